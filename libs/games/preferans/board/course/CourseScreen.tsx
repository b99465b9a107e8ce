import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Lang } from '@trellis/games/kit';
import { courseWords } from './course-words';
import { lessons } from './lessons';
import { StepTask } from './StepTask';
import { useCourse } from './use-course';
import styles from './course.module.css';

interface Props {
  readonly lang: Lang;
  /** The way into a real game, when the course is over. */
  readonly afterwards: ReactNode;
}

/** The course: its lessons, the step one is at, and what is said of an answer. */
export function CourseScreen({ lang, afterwards }: Props) {
  const say = courseWords[lang];
  const course = useCourse();
  const { now, task, lesson, step } = course;
  const [said, setSaid] = useState<{ readonly right: boolean; readonly text: string }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);

  // Whoever goes on is led to where the next step begins.
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [lesson, step]);

  // What was pressed is gone or asleep; the way on is what comes after what was said.
  useEffect(() => {
    if (said?.right) next.current?.focus();
  }, [said]);

  const answer = (fault: string | undefined) => {
    setSaid(
      fault === undefined
        ? { right: true, text: task!.right[lang] }
        : { right: false, text: fault },
    );
    if (fault === undefined) course.passed();
  };
  const leave = (go: () => void) => () => {
    setSaid(undefined);
    go();
  };

  return (
    <div className={styles.course}>
      <section className={styles.lesson} aria-labelledby="lesson">
        <h2 id="lesson" ref={heading} tabIndex={-1}>
          {now ? now.title[lang] : say.finished}
        </h2>
        {now && task ? (
          <>
            <p className={styles.count}>
              {say.placeOf(lesson + 1, lessons.length, step + 1, now.steps.length)}
            </p>
            <p className={styles.text}>{task.text[lang]}</p>
            <StepTask
              key={`${lesson} ${step}`}
              step={task}
              lang={lang}
              solved={said?.right === true}
              onAnswer={answer}
            />
            <div role="status" className={styles.said} data-right={said?.right}>
              {said && (
                <p>
                  <strong>{said.right ? say.right : say.notYet}</strong> {said.text}
                </p>
              )}
            </div>
            {said?.right && (
              <button ref={next} type="button" className="button" onClick={leave(course.goOn)}>
                {course.isLastStep ? say.nextLesson : say.next}
              </button>
            )}
          </>
        ) : (
          <>
            <p className={styles.text}>{say.finishedLead}</p>
            {afterwards}
          </>
        )}
      </section>
      <nav aria-label={say.lessons}>
        <ol className={styles.lessons}>
          {lessons.map(({ id, title }, at) => (
            <li key={id}>
              <button
                type="button"
                aria-current={at === lesson ? 'step' : undefined}
                data-done={course.done.includes(id) || undefined}
                onClick={leave(() => course.goTo(at))}
              >
                {title[lang]}
                {course.done.includes(id) && <span className={styles.hidden}>, {say.done}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}

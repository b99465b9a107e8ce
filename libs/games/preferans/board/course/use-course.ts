import { useState } from 'react';
import type { Step } from './lesson';
import { lessons } from './lessons';
import { keepProgress, readProgress } from './progress';

const ids = lessons.map(({ id }) => id);

interface Place {
  /** As many as there are lessons: the course is over. */
  readonly lesson: number;
  readonly step: number;
}

/** Where the learner is, and what he has done. Begins after the last lesson that this browser remembers. */
export function useCourse() {
  const [done, setDone] = useState(() => readProgress(ids));
  const [place, setPlace] = useState<Place>(() => ({ lesson: firstOpen(done), step: 0 }));
  const lesson = lessons[place.lesson];
  const step: Step | undefined = lesson?.steps[place.step];
  const isLastStep = place.step + 1 === lesson?.steps.length;

  /** The step was answered right; after the last one the lesson is done. */
  const passed = () => {
    if (!lesson || !isLastStep || done.includes(lesson.id)) return;
    const now = [...done, lesson.id];
    keepProgress(now);
    setDone(now);
  };
  const goOn = () =>
    setPlace(
      isLastStep
        ? { lesson: place.lesson + 1, step: 0 }
        : { lesson: place.lesson, step: place.step + 1 },
    );
  const goTo = (to: number) => setPlace({ lesson: to, step: 0 });
  return { ...place, now: lesson, task: step, isLastStep, done, passed, goOn, goTo };
}

function firstOpen(done: readonly string[]): number {
  const open = ids.findIndex((id) => !done.includes(id));
  return open < 0 ? ids.length : open;
}

import { diagramsOf } from '@trellis/games/catalog/diagrams';
import { useLocale, useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { RuleBook } from './rule-book';
import styles from './book-text.module.css';

interface Props {
  readonly book: RuleBook;
  readonly game: string;
  /** Stands where the book lists the conventions. */
  readonly conventions?: ReactNode;
}

/** The text of a rule book with its chapters and drawings. */
export function BookText({ book, game, conventions }: Props) {
  const t = useTranslations('rules');
  const language = useLocale();
  const { fence, Diagram, Shapes } = diagramsOf(game) ?? {};
  return (
    <>
      {book.language !== language && <p className="quiet">{t('inEnglish')}</p>}
      <nav className={styles.chapters} aria-label={t('chapters')}>
        <ul>
          {book.chapters.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {Shapes && <Shapes />}
      <div className={styles.text} lang={book.language}>
        {book.parts.map((part, at) => {
          if (part.kind === 'text')
            return <div key={at} dangerouslySetInnerHTML={{ __html: part.html }} />;
          if (part.kind === 'conventions') return <Fragment key={at}>{conventions}</Fragment>;
          return Diagram && part.fence === fence ? (
            <Diagram key={at} source={part.source} lang={book.language} />
          ) : (
            <pre key={at} tabIndex={0}>
              {part.source}
            </pre>
          );
        })}
      </div>
    </>
  );
}

import { courseOf } from '@trellis/games/catalog/courses';
import { useLocale, useTranslations } from 'next-intl';
import { gameName } from '../games';

/** The way to the course of a game, where it has one. */
export function CourseLink({ game, className }: { game: string; className: string | undefined }) {
  const t = useTranslations('learn');
  const language = useLocale();
  if (!courseOf(game)) return null;
  return (
    <a className={className} href={`/learn/${game}`}>
      {t('link', { game: gameName(game, language) })}
    </a>
  );
}

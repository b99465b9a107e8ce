import { club, hallPage } from '@trellis/facade';
import { courseOf } from '@trellis/games/catalog/courses';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { faceOf } from '../../../games';
import { ClientMessages } from '../../../i18n/client-messages';
import { HallScreen } from '../../../live/hall/hall-screen';
import { pageMetadata } from '../../../metadata';
import { CourseLink } from '../../../rules/course-link';

interface Props {
  params: Promise<{ game: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { game } = await params;
  const face = faceOf(game);
  if (!face) return {};
  const language = await getLocale();
  const t = await getTranslations('site');
  const title = t('hallTitle', { game: face.name[language] });
  return pageMetadata(`/halls/${game}`, language, { title, description: face.tagline[language] });
}

export default async function HallPage({ params }: Props) {
  const { game } = await params;
  const face = faceOf(game);
  if (!face) notFound();
  const language = await getLocale();
  const t = await getTranslations('site');
  const learn = await getTranslations('learn');
  return (
    <div className="page">
      <h1>{t('hallTitle', { game: face.name[language] })}</h1>
      {courseOf(game) && (
        <p className="quiet">
          {learn('hall')} <CourseLink game={game} className={undefined} />
        </p>
      )}
      <ClientMessages
        of={[
          'personal',
          'hall',
          'house',
          'chat',
          'connection',
          'conventions',
          'people',
          'refusals',
        ]}
      >
        <HallScreen hall={hallPage(game).read(club())} />
      </ClientMessages>
    </div>
  );
}

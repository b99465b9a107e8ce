import { club, hallPage } from '@trellis/facade';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { faceOf } from '../../../games';
import { ClientMessages } from '../../../i18n/client-messages';
import { HallScreen } from '../../../live/hall/hall-screen';
import { pageMetadata } from '../../../metadata';

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
  return (
    <div className="page">
      <h1>{t('hallTitle', { game: face.name[language] })}</h1>
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

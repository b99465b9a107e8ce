import { club, gamePage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { GameFromClub } from '../../../game/game-from-club';
import { GameReport } from '../../../game/game-report';
import { gameName } from '../../../games';
import { ClientMessages } from '../../../i18n/client-messages';
import { pageMetadata } from '../../../metadata';
import { gamePicture, resultsOf, seatNamesOf } from '../../../pictures/game-picture';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const language = await getLocale();
  const t = await getTranslations('game');
  const game = club().game(id);
  if (!game) return { title: t('unknownTitle'), robots: { index: false } };
  const name = await seatNamesOf(game);
  return pageMetadata(`/games/${id}`, language, {
    title: t('title', {
      names: game.seats.map((_, seat) => name(seat)).join(' – '),
      game: gameName(game.game, language),
    }),
    description: t('shared', { results: await resultsOf(game) }),
    picture: await gamePicture(id),
  });
}

export default async function GamePage({ params }: Props) {
  const { id } = await params;
  const game = gamePage(id).read(club());
  return (
    <ClientMessages
      of={[
        ...(['personal', 'share', 'fromClub', 'game', 'replay'] as const),
        ...(['analysis', 'fairDeal', 'justice', 'refusals'] as const),
      ]}
    >
      {game ? <GameReport game={game} /> : <GameFromClub />}
    </ClientMessages>
  );
}

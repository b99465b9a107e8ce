import { club, gamePage, type GameRecord } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { GameFromClub } from '../../../game/game-from-club';
import { GameReport } from '../../../game/game-report';
import { computerName, gameName } from '../../../games';
import { ClientMessages } from '../../../i18n/client-messages';
import { pageMetadata } from '../../../metadata';
import { playerNameIn } from '../../../ui/use-player-name';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const language = await getLocale();
  const t = await getTranslations('game');
  const former = await getTranslations('personal.former');
  const game = club().game(id);
  if (!game) return { title: t('unknownTitle'), robots: { index: false } };
  const title = t('title', {
    names: namesOf(game).join(' – '),
    game: gameName(game.game, language),
  });
  return pageMetadata(`/games/${id}`, language, { title, description: t('description') });

  function namesOf({ seats }: GameRecord): string[] {
    return seats.map(({ player, computer }) =>
      player ? playerNameIn(former, player) : computerName(game!.game, computer ?? '', language),
    );
  }
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

import { club, type FinishedSeat, type GameRecord } from '@trellis/facade';
import { endDrawingOf } from '@trellis/games/catalog/end-drawings';
import { gameNamed } from '@trellis/games/catalog/games';
import { computerNumbers } from '@trellis/games/kit';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { computerName, gameName, whichComputer } from '../games';
import { momentsOf, viewOf } from '../replay/moments';
import { playerNameIn } from '../ui/use-player-name';
import type { PictureArt } from './picture';
import type { SharedPicture } from './shared-page';

/** Who played and how it ended; undefined when memory does not hold the game. */
export async function gamePicture(id: string): Promise<SharedPicture | undefined> {
  const game = club().game(id);
  if (!game) return undefined;
  const language = await getLocale();
  const format = await getFormatter();
  const site = await getTranslations('site');
  const t = await getTranslations('game');
  const name = await seatNamesOf(game);
  const lines = inOrderOfPlaces(game.seats).map(({ seat, index }) => ({
    name: { text: name(index), otherwise: t('player') },
    value: format.number(seat.score),
    ...(seat.rating && { aside: changeOf(seat.rating) }),
    first: seat.place === 1,
  }));
  const title = gameName(game.game, language);
  return {
    place: `games/${id}`,
    picture: {
      club: site('name'),
      about: t('unknownTitle'),
      title: { text: title, otherwise: title },
      lines,
      foot: [
        format.dateTime(game.finishedAt, { dateStyle: 'medium', timeZone: 'UTC' }),
        game.annulled ? t('annulled') : game.rated ? t('rated') : t('unrated'),
        ...(game.reason === 'played' ? [] : [t(`reason.${game.reason}`)]),
      ].join(' · '),
      art: artOf(game),
    },
    alt: `${title}: ${resultsIn(lines)}`,
  };

  function changeOf({ before, after }: NonNullable<FinishedSeat['rating']>): string {
    const difference = format.number(after - before, { signDisplay: 'exceptZero' });
    return `${format.number(after, { useGrouping: false })} (${difference})`;
  }
}

/** Everybody with his score, the first first: "Ann 10, Bob 8". */
export async function resultsOf(game: GameRecord): Promise<string> {
  const format = await getFormatter();
  const name = await seatNamesOf(game);
  return resultsIn(
    inOrderOfPlaces(game.seats).map(({ seat, index }) => ({
      name: { text: name(index) },
      value: format.number(seat.score),
    })),
  );
}

/** What stands for each seat of a game, in the language of the page. */
export async function seatNamesOf({
  game,
  seats,
}: Pick<GameRecord, 'game' | 'seats'>): Promise<(seat: number) => string> {
  const language = await getLocale();
  const t = await getTranslations('game');
  const former = await getTranslations('personal.former');
  const numbers = computerNumbers(seats.map(({ computer }) => computer));
  return (index) => {
    const { player, computer } = seats[index]!;
    if (player) return playerNameIn(former, player);
    const level = computerName(game, computer ?? '', language);
    return t('computer', { level, which: whichComputer(numbers[index]) });
  };
}

function inOrderOfPlaces(seats: readonly FinishedSeat[]) {
  return seats
    .map((seat, index) => ({ seat, index }))
    .sort((a, b) => a.seat.place - b.seat.place || a.index - b.index);
}

function resultsIn(lines: readonly { name: { text: string }; value: string }[]): string {
  return lines.map(({ name, value }) => `${name.text} ${value}`).join(', ');
}

function artOf(game: GameRecord): PictureArt {
  const draw = endDrawingOf(game.game);
  const rules = gameNamed(game.game);
  const end = draw && momentsOf(game)?.at(-1);
  if (!draw || !rules || !end) return { kind: 'fan' };
  return { kind: 'board', svg: draw(viewOf(rules, end, 'spectator')) };
}

import { club } from '@trellis/facade';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { gameName } from '../games';
import { playerNameIn } from '../ui/use-player-name';
import type { SharedPicture } from './shared-page';

/** So many games fit. */
const mostGames = 4;

/** A player with his ratings; undefined when memory does not hold his profile. */
export async function playerPicture(id: string): Promise<SharedPicture | undefined> {
  const profile = club().profile(id);
  if (!profile) return undefined;
  const language = await getLocale();
  const format = await getFormatter();
  const site = await getTranslations('site');
  const t = await getTranslations('player');
  const words = await getTranslations('pictures');
  const { player, games, memberSince } = profile;
  const name = playerNameIn(await getTranslations('personal.former'), player);
  const own = { text: name, otherwise: words('player') };
  const ratingWords = (rating: number) => format.number(rating, { useGrouping: false });
  const lines = games.slice(0, mostGames).map(({ game, rating, provisional, played }, index) => {
    const title = gameName(game, language);
    return {
      name: { text: title, otherwise: title },
      // A question mark, as players write it: the word would take the room of the game's name.
      value: rating === null ? '–' : `${ratingWords(rating)}${provisional ? '?' : ''}`,
      aside: words('games', { count: played }),
      first: index === 0,
    };
  });
  const since = format.dateTime(memberSince, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    place: `players/${id}`,
    picture: {
      club: site('name'),
      about: player.computer ? words('computer') : words('player'),
      title: own,
      ...(lines.length === 0 && { text: t('noGames') }),
      lines,
      foot: `${t('memberSince')} ${since}`,
      art: { kind: 'initial', of: own },
    },
    alt: [name, ...lines.map(({ name, value, aside }) => `${name.text}: ${value}, ${aside}`)].join(
      '. ',
    ),
  };
}

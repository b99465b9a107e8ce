import { club, type Place } from '@trellis/facade';
import { getFormatter, getTranslations } from 'next-intl/server';
import { sectionName } from '../forum/section-names';
import { playerNameIn } from '../ui/use-player-name';
import type { SharedPicture } from './shared-page';

/**
 * A topic or an article: its title, who began it and where. Undefined when memory does not hold it. When the opening post was
 * removed its title is not carried on elsewhere.
 */
export async function threadPicture(id: string): Promise<SharedPicture | undefined> {
  const thread = club().thread(id);
  if (!thread) return undefined;
  const { head, posts } = thread;
  const t = await getTranslations('forum');
  const format = await getFormatter();
  const site = await getTranslations('site');
  const author = playerNameIn(await getTranslations('personal.former'), head.author);
  const place = t(`${head.place}.title`);
  const where = `${place} · ${sectionName(t, head.place, head.section)}`;
  const removed = posts[0]?.removed;
  const answers = t(answersOf(head.place), { count: Math.max(0, head.size - 1) });
  const day = format.dateTime(head.startedAt, { dateStyle: 'medium', timeZone: 'UTC' });
  const title = removed ? t(`removed.${removed}`) : head.title;
  return {
    place: `threads/${id}`,
    picture: {
      club: site('name'),
      about: where,
      title: { text: title, otherwise: place },
      ...(!removed && { text: author }),
      lines: [],
      foot: `${day} · ${answers}`,
      art: { kind: 'none' },
    },
    alt: removed ? `${where}: ${title}` : `${where}: ${title} (${author})`,
  };
}

function answersOf(place: Place): 'answers' | 'comments' {
  return place === 'forum' ? 'answers' : 'comments';
}

import { club, threadPage, type Place } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../i18n/client-messages';
import { pageMetadata } from '../metadata';
import { threadPicture } from '../pictures/thread-picture';
import { sectionName, threadPath } from './section-names';
import { ThreadFromClub } from './thread-from-club';
import { ThreadPage } from './thread-page';

export interface ThreadProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string }>;
}

/** The page of a thread, whose address says where it stands. */
export async function ThreadRoute({ params, searchParams }: ThreadProps) {
  const { id } = await params;
  const page = Number((await searchParams).page ?? 1);
  const shown = threadPage(id, page).read(club());
  return (
    <ClientMessages of={['personal', 'share', 'fromClub', 'forum', 'refusals']}>
      {shown ? <ThreadPage {...shown} /> : <ThreadFromClub />}
    </ClientMessages>
  );
}

export async function threadMetadata({ params }: ThreadProps, place: Place): Promise<Metadata> {
  const { id } = await params;
  const head = club().thread(id)?.head;
  const t = await getTranslations('forum');
  if (!head) return { title: t(`${place}.title`), robots: { index: false } };
  return pageMetadata(threadPath({ id, place }), await getLocale(), {
    title: head.title,
    description: head.excerpt || t(`${place}.lead`),
    picture: await threadPicture(id),
    kind: {
      type: 'article',
      publishedTime: new Date(head.startedAt).toISOString(),
      section: sectionName(t, place, head.section),
    },
  });
}

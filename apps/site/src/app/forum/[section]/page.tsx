import { club, sectionPage, threadsListed } from '@trellis/facade';
import { forumSections } from '@trellis/forum';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import styles from '../../../forum/desk.module.css';
import { OlderThreads } from '../../../forum/older-threads';
import { ThreadList } from '../../../forum/thread-list';
import { ClientMessages } from '../../../i18n/client-messages';
import { pageMetadata } from '../../../metadata';

interface Props {
  params: Promise<{ section: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const section = await sectionOf(params);
  if (!section) return {};
  const t = await getTranslations('forum');
  return pageMetadata(`/forum/${section}`, await getLocale(), {
    title: t(`section.${section}.name`),
    description: t(`section.${section}.about`),
  });
}

export default async function SectionPage({ params }: Props) {
  const section = await sectionOf(params);
  if (!section) notFound();
  const t = await getTranslations('forum');
  const threads = sectionPage(section).read(club());
  const last = threads.at(-1);
  return (
    <ClientMessages of={['personal', 'forum', 'refusals']}>
      <div className="page">
        <p>
          <a href="/forum">{t('forum.title')}</a>
        </p>
        <h1>{t(`section.${section}.name`)}</h1>
        <p className="lead">{t(`section.${section}.about`)}</p>
        <div className={styles.bar}>
          <a className="button" href={`/forum/write?section=${section}`}>
            {t('newTopic')}
          </a>
        </div>
        <div className="panel">
          {threads.length === 0 && <p className="quiet">{t('forum.empty')}</p>}
          <ThreadList threads={threads} />
          {last && threads.length === threadsListed && (
            <OlderThreads
              place="forum"
              section={section}
              before={last.last.at}
              path={`/forum/${section}`}
            />
          )}
        </div>
      </div>
    </ClientMessages>
  );
}

async function sectionOf(params: Props['params']) {
  const { section } = await params;
  return forumSections.find((each) => each === section);
}

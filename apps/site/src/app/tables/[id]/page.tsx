import { club, tablePage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { gameName } from '../../../games';
import { ClientMessages } from '../../../i18n/client-messages';
import { TableOfAddress } from '../../../live/table/table-of-address';
import { TableScreen } from '../../../live/table/table-screen';
import { pageMetadata } from '../../../metadata';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const language = await getLocale();
  const t = await getTranslations('site');
  const row = club().table(id);
  const title = row
    ? t('tableTitle', { game: gameName(row.game, language), number: row.number })
    : t('unknownTableTitle');
  return {
    ...(await pageMetadata(`/tables/${id}`, language, { title, description: t('description') })),
    robots: row ? { unavailable_after: dayAfter(Date.now()) } : { index: false },
  };
}

/** A table is gone in an hour: search engines are asked to forget its page, which is at least a day off. */
function dayAfter(now: number): string {
  return new Date(now + 2 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** A private table is not in memory: its page is the same empty frame for everybody, the browser asks for the rest. */
export default async function TablePage({ params }: Props) {
  const { id } = await params;
  const row = tablePage(id).read(club());
  return (
    <ClientMessages
      of={[
        'personal',
        'table',
        'chat',
        'connection',
        'conventions',
        'fairDeal',
        'house',
        'people',
        'refusals',
      ]}
    >
      {row ? <TableScreen tableId={id} row={row} /> : <TableOfAddress />}
    </ClientMessages>
  );
}

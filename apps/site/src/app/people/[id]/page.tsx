import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../i18n/client-messages';
import { LetterRoom } from '../../../people/letter-room';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('letters'), robots: { index: false } };
}

/** The same empty frame for everybody: what stands in it is between two people. */
export default async function LettersPage() {
  const t = await getTranslations('people');
  return (
    <ClientMessages of={['personal', 'people', 'chat', 'connection', 'refusals']}>
      <div className="page narrow">
        <p>
          <a href="/people">{t('title')}</a>
        </p>
        <LetterRoom />
      </div>
    </ClientMessages>
  );
}

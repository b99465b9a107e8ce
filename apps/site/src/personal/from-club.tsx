'use client';

import { isOfHouse, isOfVisitors } from '@trellis/facade';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type ReactNode } from 'react';
import { askMe } from './use-me';

type Found<Answer> =
  | { readonly is: 'asking' | 'not-signed-in' | 'unknown' | 'failed' }
  | { readonly is: 'found'; readonly answer: Answer };

/**
 * What only storage holds. The page is one for all such addresses; the id is the last part of the
 * address, and the club answers people who are signed in.
 */
export function FromClub<Answer>({
  from,
  children,
}: {
  from: string;
  children: (answer: Answer) => ReactNode;
}) {
  const t = useTranslations('fromClub');
  const [found, setFound] = useState<Found<Answer>>({ is: 'asking' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let here = true;
    void find<Answer>(from).then((answer) => here && setFound(answer));
    return () => {
      here = false;
    };
  }, [from, tries]);

  if (found.is === 'found') return children(found.answer);
  return (
    <div className="page narrow" role="status">
      <h1>{t(`${found.is}.title`)}</h1>
      <p className="lead">{t(`${found.is}.text`)}</p>
      {found.is === 'not-signed-in' && (
        <a className="button" href="/auth">
          {t('signIn')}
        </a>
      )}
      {found.is === 'failed' && (
        <button type="button" className="button" onClick={() => setTries(tries + 1)}>
          {t('again')}
        </button>
      )}
    </div>
  );
}

async function find<Answer>(from: string): Promise<Found<Answer>> {
  const id = window.location.pathname.split('/').at(-1) ?? '';
  const me = await askMe();
  if (me && !me.player && !isOfVisitors(id) && !isOfHouse(id)) return { is: 'not-signed-in' };
  try {
    const answer = await fetch(from + id, { headers: { accept: 'application/json' } });
    if (answer.ok) return { is: 'found', answer: (await answer.json()) as Answer };
    if (answer.status === 401) return { is: 'not-signed-in' };
    return { is: answer.status === 404 ? 'unknown' : 'failed' };
  } catch {
    return { is: 'failed' };
  }
}

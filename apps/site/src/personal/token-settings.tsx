'use client';

import type { MadeToken, TokensAnswer, TokenScope } from '@trellis/wire';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState, type FormEvent } from 'react';
import account from './account-settings.module.css';
import styles from './token-settings.module.css';
import { useMe } from './use-me';

const lifetimes = [30, 90, 366];
const tokenScopes: readonly TokenScope[] = ['read', 'play', 'chat'];

type Fault = 'failed' | 'tooMany' | 'noScope';

/** Personal tokens: what programs sign in with. Made, shown once, revoked. */
export function TokenSettings() {
  const t = useTranslations('tokens');
  const format = useFormatter();
  const me = useMe();
  const [known, setKnown] = useState<TokensAnswer | null>();
  const [made, setMade] = useState<MadeToken>();
  const [copied, setCopied] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const isMember = Boolean(me?.player);

  useEffect(() => {
    if (isMember) void readTokens().then(setKnown);
  }, [isMember]);

  if (!isMember) return null;

  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const scopes = fields.getAll('scope') as TokenScope[];
    if (scopes.length === 0) return setFault('noScope');
    setBusy(true);
    const wanted = { name: fields.get('name'), days: Number(fields.get('days')), scopes };
    const answer = await ask<MadeToken>('POST', '/api/tokens', wanted);
    setBusy(false);
    setFault(answer.ok ? undefined : answer.code === 'too-many-tokens' ? 'tooMany' : 'failed');
    if (!answer.ok) return;
    form.reset();
    setCopied(false);
    setMade(answer.body);
    setKnown(await readTokens());
  };

  const revoke = async (id: string) => {
    const answer = await ask('DELETE', `/api/tokens/${id}`, {});
    setFault(answer.ok || answer.code === 'no-such-token' ? undefined : 'failed');
    if (made?.row.id === id) setMade(undefined);
    setKnown(await readTokens());
  };

  const copy = async ({ token }: MadeToken) => {
    await navigator.clipboard?.writeText(token).then(
      () => setCopied(true),
      () => undefined, // the text is there to be selected
    );
  };

  const day = (at: number) => format.dateTime(at, { dateStyle: 'medium' });
  return (
    <section className={`panel ${account.account}`} aria-labelledby="tokens">
      <h2 id="tokens">{t('title')}</h2>
      <p className="quiet">
        {t('lead')} <a href="/api/docs">{t('docs')}</a>
      </p>
      {known === null && <p className="notice bad">{t('away')}</p>}
      {made && (
        <div className={`notice ${styles.made}`} role="status">
          <p>
            <strong>{t('made')}</strong> {t('copyNow')}
          </p>
          <code className={styles.secret}>{made.token}</code>
          <p className={account.ways}>
            <button className="button" type="button" onClick={() => void copy(made)}>
              {copied ? t('copied') : t('copy')}
            </button>
            <button className="button plain" type="button" onClick={() => setMade(undefined)}>
              {t('close')}
            </button>
          </p>
        </div>
      )}
      {known?.program && (
        <p>
          {t('asBot')} <a href={`/players/${known.program.id}`}>{known.program.name}</a>.
        </p>
      )}
      {known && known.tokens.length === 0 && <p>{t('none')}</p>}
      {known && known.tokens.length > 0 && (
        <ul className={styles.tokens} aria-label={t('list')}>
          {known.tokens.map(({ id, name, scopes, expiresAt, lastUsed }) => (
            <li key={id}>
              <div>
                <strong>{name}</strong>
                <span className="quiet">
                  {scopes.map((scope) => t(`scope.${scope}`)).join(', ')}
                </span>
                <span className="quiet small">
                  {t('until', { date: day(expiresAt) })} ·{' '}
                  {lastUsed === null ? t('never') : t('used', { date: day(lastUsed) })}
                </span>
              </div>
              <button
                className="button plain"
                type="button"
                aria-label={t('revokeNamed', { name })}
                onClick={() => void revoke(id)}
              >
                {t('revoke')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={(event) => void make(event)}>
        <div className="field">
          <label htmlFor="token-name">{t('name')}</label>
          <input className="input" id="token-name" name="name" required maxLength={40} />
        </div>
        <div className="field">
          <label htmlFor="token-days">{t('days')}</label>
          <select className="input" id="token-days" name="days" defaultValue={90}>
            {lifetimes.map((days) => (
              <option key={days} value={days}>
                {t('dayCount', { count: days })}
              </option>
            ))}
          </select>
        </div>
        <fieldset className={styles.scopes}>
          <legend>{t('scopes')}</legend>
          {tokenScopes.map((scope) => (
            <label key={scope} className={account.check}>
              <input type="checkbox" name="scope" value={scope} defaultChecked />
              {t(`scope.${scope}`)}
            </label>
          ))}
        </fieldset>
        <p role="alert" className={fault && 'notice bad'}>
          {fault && t(fault)}
        </p>
        <button className="button" type="submit" disabled={busy}>
          {busy ? t('making') : t('make')}
        </button>
      </form>
    </section>
  );
}

type Asked<Body> =
  { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly code: string };

/** Never throws: what cannot be reached is refused with `no-answer`. */
async function ask<Body>(method: string, path: string, body?: unknown): Promise<Asked<Body>> {
  try {
    const answer = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said: unknown = await answer.json();
    if (answer.ok) return { ok: true, body: said as Body };
    return { ok: false, code: (said as { code?: string }).code ?? 'internal' };
  } catch {
    return { ok: false, code: 'no-answer' };
  }
}

/** Null when the club could not be reached. */
async function readTokens(): Promise<TokensAnswer | null> {
  const answer = await ask<TokensAnswer>('GET', '/api/tokens');
  return answer.ok ? answer.body : null;
}

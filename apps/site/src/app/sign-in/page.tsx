import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageMetadata } from '../../metadata';
import { SignInWays } from '../../personal/sign-in-ways';

interface Props {
  searchParams: Promise<{ error?: string | string[] }>;
}

const errors = [
  'cancelled',
  'state-mismatch',
  'provider-failed',
  'provider-slow',
  'no-such-provider',
  'rate-limited',
  'bad-name',
  'banned',
  'other',
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  const metadata = await pageMetadata('/sign-in', await getLocale(), {
    title: t('title'),
    description: t('lead'),
  });
  return { ...metadata, robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('signIn');
  const { error } = await searchParams;
  const known =
    error === undefined ? undefined : (errors.find((each) => each === error) ?? 'other');
  // Which ways there are is the server's configuration; it says so when it starts the site.
  const offered = (process.env.SIGN_IN ?? '').split(',');
  return (
    <div className="page narrow">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {known && (
        <p className="notice bad" role="alert">
          {t(`error.${known}`)}
        </p>
      )}
      <SignInWays
        google={offered.includes('google')}
        oidc={offered.includes('oidc')}
        demo={offered.includes('demo')}
      />
      <p>
        <a href="/privacy">{t('privacy')}</a>
      </p>
    </div>
  );
}

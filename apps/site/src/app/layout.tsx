import '@fontsource-variable/golos-text/wght.css';
import '@fontsource/literata/600.css';
import './theme.css';
import './base.css';
import type { Metadata, Viewport } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '../i18n/client-messages';
import { BanNotice } from '../personal/ban-notice';
import { DemoBanner, isDemo } from '../shell/demo-banner';
import { Footer } from '../shell/footer';
import { Header } from '../shell/header';
import { NewBuild } from '../shell/new-build';

// Pages read the club's memory, which is empty while the site is being built.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  return {
    metadataBase: new URL(process.env.PUBLIC_URL ?? 'http://localhost:3000'),
    title: { default: t('title'), template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    manifest: '/manifest.webmanifest',
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/icons/apple.png' },
    openGraph: { siteName: t('name'), type: 'website' },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#17493a' },
    { media: '(prefers-color-scheme: dark)', color: '#101a15' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('site');
  return (
    // theme.js adds attributes to <html> before React looks at it.
    <html lang={await getLocale()} data-build={process.env.SITE_BUILD} suppressHydrationWarning>
      <head>
        {/* Blocking on purpose: the first paint has the chosen theme. */}
        <script src="/theme.js" />
      </head>
      <body>
        <a className="button skip-link" href="#main">
          {t('skip')}
        </a>
        <ClientMessages of={['personal']}>
          {isDemo() && <DemoBanner text={t('demo')} />}
          <Header />
          <BanNotice />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          <Footer />
          <NewBuild
            text={t('newBuild.text')}
            load={t('newBuild.load')}
            later={t('newBuild.later')}
          />
        </ClientMessages>
      </body>
    </html>
  );
}

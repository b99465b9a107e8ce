import { getTranslations } from 'next-intl/server';
import { PersonalCorner } from '../personal/personal-corner';
import { Mark } from './mark';
import styles from './header.module.css';

export async function Header() {
  const t = await getTranslations('site');
  const links = [
    { href: '/halls', label: t('nav.halls') },
    { href: '/forum', label: t('nav.forum') },
    { href: '/blog', label: t('nav.blog') },
    { href: '/grid', label: t('nav.grid') },
    { href: '/leaderboards', label: t('nav.leaderboards') },
    { href: '/rules', label: t('nav.rules') },
  ];
  const items = links.map(({ href, label }) => (
    <li key={href}>
      <a href={href}>{label}</a>
    </li>
  ));
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <a className={styles.brand} href="/">
          <Mark />
          <span className={styles.name}>{t('name')}</span>
        </a>
        <nav className={styles.wide} aria-label={t('nav.label')}>
          <ul>{items}</ul>
        </nav>
        <PersonalCorner />
        <details className={styles.menu}>
          <summary>
            <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M3 6h18M3 12h18M3 18h18" stroke="currentColor" strokeWidth="2" />
            </svg>
            <span className="visually-hidden">{t('nav.menu')}</span>
          </summary>
          <nav aria-label={t('nav.label')}>
            <ul>{items}</ul>
          </nav>
        </details>
      </div>
    </header>
  );
}

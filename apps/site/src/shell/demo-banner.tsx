import styles from './demo-banner.module.css';

/** Demo sign-in is on: names prove nothing, and everybody should know. */
export function isDemo(): boolean {
  return (process.env.SIGN_IN ?? '').split(',').includes('demo');
}

export function DemoBanner({ text }: { text: string }) {
  return <p className={styles.banner}>{text}</p>;
}

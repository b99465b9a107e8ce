import styles from './figures.module.css';

export interface Figure {
  readonly name: string;
  /** As it is to be read. */
  readonly value: string;
}

/** A row of numbers with their names above them. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

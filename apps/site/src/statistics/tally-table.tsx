import type { Tally, TallyTable as Lines } from '@trellis/games/kit';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import numbers from '../ui/number-table.module.css';
import styles from './statistics.module.css';

interface Props {
  readonly table: Lines;
  readonly tallies: readonly Tally[];
}

/** How often something was done, how often it succeeded, and what it brought each time. Nothing where it was never done. */
export function TallyTable({ table, tallies }: Props) {
  const t = useTranslations('statistics');
  const language = useLocale();
  const format = useFormatter();
  const rows = table.rows.flatMap((row) => {
    const tally = tallies.find(({ of }) => of === row.of);
    return tally && tally.times > 0 ? [{ ...row, ...tally }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <figure className={styles.tally}>
      <table className={`${numbers.table} ${styles.named}`}>
        <thead>
          <tr>
            <th scope="col">{table.title[language]}</th>
            <th scope="col">{t('times')}</th>
            <th scope="col">{t('made')}</th>
            <th scope="col">{t('average')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ of, name, times, made, points }) => (
            <tr key={of}>
              <th scope="row">{name[language]}</th>
              <td>{format.number(times)}</td>
              <td>
                <span className={styles.share}>
                  <meter min={0} max={times} value={made} aria-hidden="true" />
                  {format.number(made / times, { style: 'percent' })}
                </span>
              </td>
              <td>
                {format.number(points / times, {
                  maximumFractionDigits: 1,
                  signDisplay: 'exceptZero',
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="quiet small">{table.made[language]}</figcaption>
    </figure>
  );
}

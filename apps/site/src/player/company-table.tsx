import type { Companion } from '@trellis/facade';
import { useFormatter, useTranslations } from 'next-intl';
import numbers from '../ui/number-table.module.css';
import { PlayerLink } from '../ui/player-link';
import styles from './player-profile.module.css';

interface Props {
  readonly company: readonly Companion[];
  /** The scores of the game are points: then the average of them is told, too. */
  readonly inPoints: boolean;
}

/** With whom somebody has played a game most, and how it went. Nothing before he has met anybody. */
export function CompanyTable({ company, inPoints }: Props) {
  const t = useTranslations('player');
  const format = useFormatter();
  if (company.length === 0) return null;
  return (
    <figure className={styles.company}>
      <table className={numbers.table}>
        <thead>
          <tr>
            <th scope="col">{t('company')}</th>
            <th scope="col">{t('together')}</th>
            <th scope="col">{t('between')}</th>
            {inPoints && <th scope="col">{t('average')}</th>}
          </tr>
        </thead>
        <tbody>
          {company.map(({ player, played, won, drawn, lost, points }) => (
            <tr key={player.id}>
              <th scope="row">
                <PlayerLink player={player} />
              </th>
              <td>{format.number(played)}</td>
              <td className={styles.between}>
                <span aria-hidden="true">
                  {[won, drawn, lost].map((each) => format.number(each)).join('–')}
                </span>
                <span className="visually-hidden">{t('betweenWords', { won, drawn, lost })}</span>
              </td>
              {inPoints && (
                <td>
                  {format.number(points / played, {
                    maximumFractionDigits: 1,
                    signDisplay: 'exceptZero',
                  })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="quiet small">
        {t('companyAbout')}
        {inPoints && <> {t('averageAbout')}</>}
      </figcaption>
    </figure>
  );
}

import type { ClubRecord, GameStatistics, RecordKind } from '@trellis/facade';
import { useFormatter, useTranslations } from 'next-intl';
import { PlayerLink } from '../ui/player-link';
import { When } from '../ui/when';
import { useLasting } from './lasting';
import styles from './statistics.module.css';

interface Props {
  readonly records: GameStatistics['records'];
  /** Results are told where points say more than who won. */
  readonly kinds: 'all' | 'game';
}

const shown: Readonly<Record<Props['kinds'], readonly RecordKind[]>> = {
  all: ['best', 'worst', 'moves', 'time'],
  game: ['moves', 'time'],
};

export function RecordRows({ records, kinds }: Props) {
  const t = useTranslations('statistics');
  return (
    <section className={styles.records} aria-label={t('records')}>
      <h3>{t('records')}</h3>
      <div className={styles.columns}>
        {shown[kinds]
          .filter((kind) => records[kind].length > 0)
          .map((kind) => (
            <section key={kind}>
              <h4>{t(`record.${kind}`)}</h4>
              <ol className={styles.list}>
                {records[kind].map((record) => (
                  <Line key={`${record.gameId} ${record.players[0]?.id}`} {...{ kind, record }} />
                ))}
              </ol>
            </section>
          ))}
      </div>
    </section>
  );
}

function Line({ kind, record }: { kind: RecordKind; record: ClubRecord }) {
  const t = useTranslations('statistics');
  const format = useFormatter();
  const lasting = useLasting();
  const { value, gameId, finishedAt, players } = record;
  const words =
    kind === 'time'
      ? lasting(value)
      : format.number(value, { signDisplay: kind === 'moves' ? 'auto' : 'exceptZero' });
  return (
    <li>
      <strong>{words}</strong>
      <span>
        {players.map((player, seat) => (
          <span key={player?.id ?? `seat ${seat}`}>
            {seat > 0 && ', '}
            {player ? <PlayerLink player={player} /> : t('house')}
          </span>
        ))}
        <br />
        <a className="quiet small" href={`/games/${gameId}`}>
          <When at={finishedAt} dayOnly />
        </a>
      </span>
    </li>
  );
}

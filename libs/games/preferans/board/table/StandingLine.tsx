import { standingOf, type Standing } from './standing';
import { BidText } from './SeatPlace';
import { useTableAtHand } from './table-context';
import styles from './standing-line.module.css';

/** What is played, by whom, and what is still owed: always there. */
export function StandingLine() {
  const { view, say } = useTableAtHand();
  const { deal } = view;
  const standing = standingOf(view);
  return (
    <p className={styles.line}>
      {deal && <span className={styles.deal}>{say.dealNo(deal.no)}</span>}
      <StandingWords standing={standing} />
      {deal && standing.kind === 'auction' && deal.minLevel > 6 && (
        <span>{say.bidsFrom(deal.minLevel)}</span>
      )}
    </p>
  );
}

function StandingWords({ standing: now }: { readonly standing: Standing }) {
  const { view, say, names } = useTableAtHand();
  switch (now.kind) {
    case 'draw':
      return <span>{say.drawing}</span>;
    case 'shuffle':
      return <span>{say.shuffling}</span>;
    case 'over':
      return <strong>{view.end && say.ended[view.end.reason]}</strong>;
    case 'auction':
      return (
        <>
          <strong>{say.auction}</strong>
          {now.highest && (
            <span>
              <span className={styles.chip}>
                <BidText bid={now.highest[1]} />
              </span>{' '}
              {names[now.highest[0]]}
            </span>
          )}
        </>
      );
    case 'talon':
      return (
        <span>
          <span className={styles.chip}>
            <BidText bid={now.bid} />
          </span>{' '}
          {names[now.declarer]}
        </span>
      );
    case 'misere':
      return (
        <>
          <span>
            <span className={styles.chip}>{say.misere}</span> {names[now.declarer]}
          </span>
          <span className={styles.count}>{say.declarerAvoids(now.taken)}</span>
        </>
      );
    case 'raspasy':
      return (
        <>
          <strong>{say.raspasy}</strong>
          <span>{say.trickPrice(now.price)}</span>
        </>
      );
    case 'game':
      return (
        <>
          <span>
            <span className={styles.chip}>
              <BidText bid={now.contract} />
            </span>{' '}
            {names[now.declarer]}
          </span>
          <span className={styles.count} data-done={now.taken >= now.need || undefined}>
            {say.declarerHas(now.taken, now.need)}
          </span>
          <span className={styles.count} data-done={now.defence >= now.owed || undefined}>
            {say.whistersHave(now.defence, now.owed)}
          </span>
        </>
      );
  }
}

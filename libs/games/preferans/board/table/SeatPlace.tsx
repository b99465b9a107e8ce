import type { ReactNode } from 'react';
import type { Seat } from '@trellis/games/kit';
import { levelOf, strainOf, type Bid, type NamedContract } from '@trellis/games/preferans/rules';
import { SuitSign } from '../cards/suit-sign';
import type { Messages } from '../messages/messages';
import { callName } from '../messages/names';
import { signed } from '../messages/numbers';
import { wordsOf, type Word } from './standing';
import { useTableAtHand } from './table-context';
import styles from './seat-place.module.css';

/** One place at the table: who sits there, what he said, what he holds and took. */
export function SeatPlace({ seat }: { readonly seat: Seat }) {
  const { view, viewer, say, names, places, players, lang } = useTableAtHand();
  const { deal, score, toAct } = view;
  const sitsOut = deal !== undefined && !deal.order.includes(seat);
  const mine = viewer === seat;
  const total = view.end?.settlement[seat] ?? score?.totals[seat];
  const backs = deal && !mine && !deal.hands[seat] ? deal.handSizes[seat]! : 0;
  const taken = deal?.play?.taken[seat];
  const words = deal ? wordsOf(deal, seat) : [];
  return (
    <section
      className={styles.seat}
      data-where={places[seat]}
      data-turn={toAct.includes(seat) || undefined}
      data-out={sitsOut || undefined}
      data-narrow={(names.length === 4 && places[seat] !== 'mine') || undefined}
      aria-label={names[seat]}
    >
      <p className={styles.who}>
        <span className={styles.name}>{names[seat]}</span>
        {deal?.dealer === seat && (
          <abbr
            className={styles.mark}
            data-mark="dealer"
            title={sitsOut ? say.sitsOut : say.dealer}
          >
            {say.marks.dealer}
          </abbr>
        )}
        {deal?.order[0] === seat && (
          <abbr className={styles.mark} data-mark="eldest" title={say.eldest}>
            {say.marks.eldest}
          </abbr>
        )}
        {total !== undefined && (view.end || score!.written > 0) && (
          <span className={styles.total} title={say.running}>
            {signed(lang, total)}
          </span>
        )}
      </p>
      <p className={styles.words}>
        {players[seat]?.aside as ReactNode}
        {words.map((word, at) => (
          <SaidWord key={at} word={word} last={at === words.length - 1} />
        ))}
        {sitsOut && <span className={styles.quiet}>{say.sitsOut}</span>}
        {taken !== undefined && (!sitsOut || taken > 0) && (
          <span className={styles.taken} title={say.taken}>
            {say.tricks(taken)}
          </span>
        )}
      </p>
      {backs > 0 && <Backs count={backs} say={say} />}
    </section>
  );
}

function SaidWord({ word, last }: { readonly word: Word; readonly last: boolean }) {
  const { lang, say } = useTableAtHand();
  const quiet = word.kind !== 'contract' && (word.word === 'P' || word.word === 'pass');
  return (
    <span className={styles.word} data-last={last || undefined} data-pass={quiet || undefined}>
      {word.kind === 'defence' ? (
        say.defence[word.word]
      ) : word.kind === 'contract' ? (
        <BidText bid={word.contract} />
      ) : word.word === 'P' || word.word === '=' ? (
        callName(lang, word.word)
      ) : (
        <BidText bid={word.word} />
      )}
    </span>
  );
}

/** "6♠" to look at, "6 spades" to listen to. */
export function BidText({ bid }: { readonly bid: Bid | NamedContract }) {
  const { lang, say } = useTableAtHand();
  const level = levelOf(bid);
  if (level === undefined || bid === '9B') return <>{callName(lang, bid)}</>;
  const strain = strainOf(bid as Exclude<NamedContract, 'M'>);
  return (
    <span className={styles.bid}>
      <span aria-hidden="true">
        {level}
        {strain === 'N' ? <small>{say.noTrump}</small> : <SuitSign suit={strain} />}
      </span>
      <span className={styles.spoken}>{callName(lang, bid)}</span>
    </span>
  );
}

function Backs({ count, say }: { readonly count: number; readonly say: Messages }) {
  return (
    <p className={styles.backs}>
      <span aria-hidden="true" className={styles.stack}>
        {Array.from({ length: count }, (_, at) => (
          <span key={at} className={styles.back} />
        ))}
      </span>
      <span className={styles.count} aria-hidden="true">
        {count}
      </span>
      <span className={styles.spoken}>{say.cards(count)}</span>
    </p>
  );
}

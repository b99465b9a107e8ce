import type { Card } from '@trellis/games/preferans/rules';
import { CardFace } from '../cards/card-face';
import { sortHand } from '../hand/sort-hand';
import { cardName } from '../messages/names';
import { resultInWords } from '../sheet/result-in-words';
import { EntryList } from '../sheet/EntryList';
import { seatsOfTrick } from '../table/trick-order';
import { useTableAtHand } from '../table/table-context';
import { Dialog } from './Dialog';
import { TrickList } from './LastTrickDialog';
import styles from './parts.module.css';

/** The deal before with nothing hidden: hands as dealt, talon, discard, every trick, what was written. */
export function LastDealDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, say, names, lang } = useTableAtHand();
  const last = view.last!;
  return (
    <Dialog title={`${say.lastDeal}: ${say.dealNo(last.no)}`} onClose={onClose}>
      <p>{last.outcome ? resultInWords(last.outcome, last.order, lang, names) : say.void}</p>
      <EntryList entries={last.entries} />
      {last.order.map((seat) => (
        <section key={seat} className={styles.part}>
          <h3>{say.handOf(names[seat] ?? '')}</h3>
          <Held cards={sortHand(last.hands[seat]!)} />
        </section>
      ))}
      <section className={styles.part}>
        <h3>{say.talon}</h3>
        <Held cards={last.talon} />
      </section>
      {last.discard.length > 0 && (
        <section className={styles.part}>
          <h3>{say.discard}</h3>
          <Held cards={last.discard} />
        </section>
      )}
      {last.tricks.map((trick, at) => (
        <section key={at} className={styles.part}>
          <h3>
            {say.trick} {at + 1}
            {trick.owner !== undefined && `, ${names[trick.owner]}`}
          </h3>
          <TrickList trick={trick} seats={seatsOfTrick(last.order, trick)} />
        </section>
      ))}
    </Dialog>
  );
}

function Held({ cards }: { readonly cards: readonly Card[] }) {
  const { lang } = useTableAtHand();
  return (
    <ul className={styles.held}>
      {cards.map((card) => (
        <li key={card}>
          <span className={styles.spoken}>{cardName(lang, card)}</span>
          <CardFace card={card} />
        </li>
      ))}
    </ul>
  );
}

import type { PlayedTrick } from '@trellis/games/preferans/rules';
import { CardFace } from '../cards/card-face';
import { cardName } from '../messages/names';
import { lastTrickOf, seatsOfTrick } from '../table/trick-order';
import { useTableAtHand } from '../table/table-context';
import { Dialog } from './Dialog';
import styles from './parts.module.css';

export function LastTrickDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, say, names } = useTableAtHand();
  const { deal, last } = view;
  const played = lastTrickOf(deal?.play?.tricks ?? []);
  const order = deal?.order ?? last?.order;
  return (
    <Dialog title={say.lastTrick} onClose={onClose}>
      {played && order ? (
        <>
          <TrickList trick={played[1]} seats={seatsOfTrick(order, played[1])} />
          <p>{say.trickGoesTo(names[played[1].owner!] ?? '')}</p>
        </>
      ) : (
        <p>{say.noTrickYet}</p>
      )}
    </Dialog>
  );
}

/** The cards of a trick in the order played, with who played them. */
export function TrickList(props: {
  readonly trick: PlayedTrick;
  readonly seats: readonly number[];
}) {
  const { lang, say, names } = useTableAtHand();
  const { trick, seats } = props;
  return (
    <ol className={styles.cards}>
      {trick.talon && (
        <li>
          <CardFace card={trick.talon} />
          <span className={styles.spoken}>{cardName(lang, trick.talon)}, </span>
          {say.talon}
        </li>
      )}
      {trick.cards.map((card, at) => (
        <li key={card}>
          <CardFace card={card} />
          <span className={styles.spoken}>{cardName(lang, card)}, </span>
          {names[seats[at]!]}
        </li>
      ))}
    </ol>
  );
}

import { isBid, type Bid } from '@trellis/games/preferans/rules';
import { bidName } from '../messages/names';
import { useTableAtHand } from '../table/table-context';
import { moveAmong } from './move-among';
import { Ladder } from './Ladder';
import { isAskedTwice, ladderRows } from './ladder-rows';
import controls from './controls.module.css';

interface Props {
  /** A costly bid that waits to be said once more. */
  readonly asked: Bid | undefined;
  readonly onAsk: (bid: Bid | undefined) => void;
}

/** The ladder with what may be said; a click says it, a costly bid is asked once more. */
export function AuctionPanel({ asked, onAsk }: Props) {
  const { view, legal, say, lang, onAct } = useTableAtHand();
  const words = legal.flatMap((action) => (action.kind === 'call' ? [action.word] : []));
  const bids = words.filter(isBid);
  const speak = (word: 'P' | '=' | Bid) => onAct({ kind: 'call', word });
  if (words.length === 0) return null;

  const waits = asked !== undefined && bids.includes(asked) ? asked : undefined;
  return (
    <div
      className={controls.panel}
      data-asks
      role="group"
      aria-label={say.yourWord}
      onKeyDown={moveAmong}
    >
      <Ladder
        rows={ladderRows(view.conventions.noTalon !== 'off')}
        open={bids}
        chosen={waits}
        onChoose={(bid) => (isAskedTwice(bid, bids) ? onAsk(bid) : speak(bid))}
      />
      {waits ? (
        <div className={controls.row}>
          <button
            type="button"
            className={controls.primary}
            data-word="confirm"
            autoFocus
            onClick={() => speak(waits)}
          >
            {say.sayAndConfirm(bidName(lang, waits))}
          </button>
          <button type="button" className={controls.button} onClick={() => onAsk(undefined)}>
            {say.cancel}
          </button>
        </div>
      ) : (
        <div className={controls.row}>
          <button
            type="button"
            className={controls.button}
            data-word="P"
            onClick={() => speak('P')}
          >
            {say.pass}
          </button>
          {words.includes('=') && (
            <button
              type="button"
              className={controls.primary}
              title={say.holdHint}
              onClick={() => speak('=')}
            >
              {say.hold}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

import { useEffect, useRef, useState } from 'react';
import { isWithoutTalon, type Card, type NamedContract } from '@trellis/games/preferans/rules';
import { bidName } from '../messages/names';
import { useTableAtHand } from '../table/table-context';
import { moveAmong } from './move-among';
import { Ladder } from './Ladder';
import { contractRows } from './ladder-rows';
import controls from './controls.module.css';

interface Props {
  readonly discard: readonly Card[];
  readonly chosen: NamedContract | undefined;
  readonly onChoose: (contract: NamedContract | undefined) => void;
}

/** The discard is chosen in the hand, the contract here; both are reported together. */
export function ContractPanel({ discard, chosen: wanted, onChoose }: Props) {
  const { view, say, lang, onAct, busy } = useTableAtHand();
  const { contracts = [], won } = view.deal!;
  const { bid } = won!;
  const chosen = contracts.length === 1 ? contracts[0] : contracts.find((each) => each === wanted);
  const [conceding, setConceding] = useState(false);
  const missing = isWithoutTalon(bid) ? 0 : 2 - discard.length;
  const { concede } = view.conventions;
  const ready = !busy && missing === 0 && chosen !== undefined;
  const confirm = useRef<HTMLButtonElement>(null);
  // Enter names it now; on a card that still had the focus it would take the card back.
  useEffect(() => {
    if (ready) confirm.current?.focus({ preventScroll: true });
  }, [ready]);
  const misere = contracts.includes('M');

  if (conceding) {
    return (
      <div
        className={controls.panel}
        data-asks
        role="alertdialog"
        aria-label={say.concede(concede)}
      >
        <p className={controls.title}>{say.concedeAsk(concede)}</p>
        <div className={controls.row}>
          <button
            type="button"
            className={controls.button}
            autoFocus
            onClick={() => setConceding(false)}
          >
            {say.cancel}
          </button>
          <button
            type="button"
            className={controls.danger}
            disabled={busy}
            onClick={() => onAct({ kind: 'concede' })}
          >
            {say.concedeYes}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div
      className={controls.panel}
      data-asks
      role="group"
      aria-label={say.chooseContract}
      onKeyDown={moveAmong}
    >
      {!isWithoutTalon(bid) && <p className={controls.title}>{say.chooseDiscard(missing)}</p>}
      {!misere && (
        <Ladder
          rows={contractRows(contracts)}
          open={contracts}
          chosen={chosen}
          toggles
          onChoose={(contract) => onChoose(contracts.find((each) => each === contract))}
        />
      )}
      <div className={controls.row}>
        {!misere && concede > 0 && (
          <button type="button" className={controls.button} onClick={() => setConceding(true)}>
            {say.concede(concede)}
          </button>
        )}
        <button
          type="button"
          className={controls.primary}
          ref={confirm}
          data-word="confirm"
          disabled={!ready}
          onClick={() => chosen && onAct({ kind: 'contract', contract: chosen, discard })}
        >
          {chosen ? say.playContract(bidName(lang, chosen)) : say.chooseContract}
        </button>
      </div>
    </div>
  );
}

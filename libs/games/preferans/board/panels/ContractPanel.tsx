import { useState } from 'react';
import { isWithoutTalon, type Card, type NamedContract } from '@trellis/games/preferans/rules';
import { bidName } from '../messages/names';
import { useTableAtHand } from '../table/table-context';
import { moveAmong } from './move-among';
import { Ladder } from './Ladder';
import { contractRows } from './ladder-rows';
import controls from './controls.module.css';

/** The discard is chosen in the hand, the contract here; both are reported together. */
export function ContractPanel({ discard }: { readonly discard: readonly Card[] }) {
  const { view, say, lang, onAct, busy } = useTableAtHand();
  const { contracts = [], won } = view.deal!;
  const { bid } = won!;
  const [chosen, setChosen] = useState<NamedContract | undefined>(
    contracts.length === 1 ? contracts[0] : undefined,
  );
  const [conceding, setConceding] = useState(false);
  const missing = isWithoutTalon(bid) ? 0 : 2 - discard.length;
  const { concede } = view.conventions;
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
          onChoose={(contract) => setChosen(contracts.find((each) => each === contract))}
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
          disabled={busy || missing > 0 || !chosen}
          onClick={() => chosen && onAct({ kind: 'contract', contract: chosen, discard })}
        >
          {chosen ? say.playContract(bidName(lang, chosen)) : say.chooseContract}
        </button>
      </div>
    </div>
  );
}

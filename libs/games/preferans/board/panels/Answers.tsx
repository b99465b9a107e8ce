import { splitInWords } from '../messages/messages';
import { useTableAtHand } from '../table/table-context';
import controls from './controls.module.css';

/** What somebody proposes, with the answers for those who are asked. */
export function Answers() {
  const { view, viewer, legal, say, names, onAct, busy, replay } = useTableAtHand();
  const { deal, stop, end } = view;
  const offer = deal?.play?.offer;
  const seats = offer
    ? offer.tricks.flatMap((each, seat) => (deal.order.includes(seat) || each > 0 ? [seat] : []))
    : [];
  const mayAnswer = legal.some((action) => action.kind === 'answer');
  const asked =
    stop && !replay && viewer !== 'spectator' && viewer !== stop.by && !stop.yes.includes(viewer);
  const agreed = stop && stop.yes.length === view.conventions.players - 1;
  return (
    <>
      {offer && (
        <div className={controls.panel} data-asks role="group" aria-label={say.offer}>
          <p className={controls.title}>
            {say.offered(names[offer.by] ?? '', splitInWords(offer.tricks, seats, names))}
          </p>
          {mayAnswer ? (
            <YesNo
              yes={say.accept}
              no={say.refuse}
              onAnswer={(yes) => onAct({ kind: 'answer', yes })}
            />
          ) : (
            <p className={controls.note}>{say.offerWaits}</p>
          )}
        </div>
      )}
      {stop && !end && (
        <div className={controls.panel} data-asks role="group" aria-label={say.proposeStop}>
          <p className={controls.title}>
            {agreed
              ? say.stopAgreed
              : viewer === stop.by
                ? say.stopWaits
                : say.stopProposed(names[stop.by] ?? '')}
          </p>
          {asked && !agreed && (
            <YesNo
              yes={say.yes}
              no={say.no}
              disabled={busy}
              onAnswer={(yes) => onAct({ kind: 'answer-stop', yes })}
            />
          )}
        </div>
      )}
    </>
  );
}

function YesNo(props: {
  readonly yes: string;
  readonly no: string;
  readonly disabled?: boolean;
  readonly onAnswer: (yes: boolean) => void;
}) {
  return (
    <div className={controls.row}>
      <button
        type="button"
        className={controls.primary}
        data-word="yes"
        disabled={props.disabled}
        onClick={() => props.onAnswer(true)}
      >
        {props.yes}
      </button>
      <button
        type="button"
        className={controls.button}
        data-word="no"
        disabled={props.disabled}
        onClick={() => props.onAnswer(false)}
      >
        {props.no}
      </button>
    </div>
  );
}

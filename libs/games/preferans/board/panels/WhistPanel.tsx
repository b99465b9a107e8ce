import { bidName } from '../messages/names';
import { useTableAtHand } from '../table/table-context';
import controls from './controls.module.css';

/** Whist, pass or half; then open or closed of who whists alone. */
export function WhistPanel() {
  const { view, legal, say, lang, onAct } = useTableAtHand();
  const words = legal.flatMap((action) => (action.kind === 'declare' ? [action.word] : []));
  if (words.length === 0) return null;
  const question =
    view.phase === 'choose' ? say.yourChoice : say.yourWhist(bidName(lang, view.deal!.contract!));
  return (
    <div className={controls.panel} data-asks role="group" aria-label={question}>
      <p className={controls.title}>{question}</p>
      <div className={controls.row}>
        {words.map((word) => (
          <button
            key={word}
            type="button"
            data-word={word}
            className={word === 'whist' || word === 'open' ? controls.primary : controls.button}
            onClick={() => onAct({ kind: 'declare', word })}
          >
            {say.defence[word]}
          </button>
        ))}
      </div>
    </div>
  );
}

import type { Lang } from '@trellis/games/kit';
import { preferans, unfold, type State } from '@trellis/games/preferans/rules';
import { messages } from '../messages/messages';
import { useBoardSettings } from '../settings';
import { ScoreSheet } from '../sheet/ScoreSheet';
import { placesOf } from '../table/places';
import { TableProvider, type TableAtHand } from '../table/table-context';
import { learner } from './lesson-table';
import styles from './course.module.css';

interface Props {
  readonly state: State;
  readonly lang: Lang;
  readonly names: readonly string[];
}

/** The score sheet of the club's tables, by itself. */
export function LessonSheet({ state, lang, names }: Props) {
  const settings = useBoardSettings();
  const view = unfold(preferans.viewFor(state, learner));
  const table: TableAtHand = {
    view,
    past: preferans.past!(state),
    legal: [],
    viewer: learner,
    players: names.map((name) => ({ name })),
    happened: [],
    onAct: () => undefined,
    lang,
    finished: false,
    say: messages[lang],
    names,
    settings,
    places: placesOf(learner, names.length),
  };
  return (
    <TableProvider value={table}>
      <div className={styles.sheet}>
        <ScoreSheet />
      </div>
    </TableProvider>
  );
}

import { useEffect, useState } from 'react';
import type * as OpenedDialogs from './OpenedDialog';

type Dialogs = typeof OpenedDialogs;

/** Fetched once for all tables of the page. */
let here: Dialogs | undefined;

/** How long a table has been looked at before its dialogs are fetched unasked, and after how long a failed try is made again (ms). */
const quiet = 5_000;
const again = 2_000;

/**
 * The dialogs, which the first load does without. They are fetched when one is wanted, else a little later, so that they are there
 * for somebody whose connection is lost.
 */
export function useDialogs(wanted: boolean): Dialogs | undefined {
  const [dialogs, setDialogs] = useState(here);
  useEffect(() => {
    if (dialogs) return;
    let timer = setTimeout(ask, wanted ? 0 : quiet);
    let over = false;
    function ask() {
      import('./OpenedDialog').then(
        (fetched) => {
          here = fetched;
          if (!over) setDialogs(fetched);
        },
        () => {
          if (!over) timer = setTimeout(ask, again);
        },
      );
    }
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [dialogs, wanted]);
  return dialogs;
}

import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import {
  levels,
  type Action,
  type Level,
  type NamedContract,
  type Strain,
} from '@trellis/games/preferans/rules';

export type Command = 'last-trick' | 'my-hand' | 'situation' | 'sheet' | 'help';

/** What a key asks for: an action that is legal now, or a command. */
export type Wish =
  | { readonly kind: 'act'; readonly action: Action }
  /** A contract is chosen, not yet named: the discard belongs to it. */
  | { readonly kind: 'contract'; readonly contract: NamedContract }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'level'; readonly level: Level };

const commands: Readonly<Record<string, Command>> = {
  KeyT: 'last-trick',
  KeyY: 'my-hand',
  KeyI: 'situation',
  KeyG: 'sheet',
};

const strainKeys: Readonly<Record<string, Strain>> = {
  KeyS: 'S',
  KeyC: 'C',
  KeyD: 'D',
  KeyH: 'H',
  KeyN: 'N',
};

/** By the place of a key, so that a Cyrillic keyboard plays as well as a Latin one. */
export function wishOf(
  code: string,
  key: string,
  level: Level | undefined,
  legal: readonly Action[],
  contracts: readonly NamedContract[] = [],
): Wish | undefined {
  if (key === '?') return { kind: 'command', command: 'help' };
  const strain = strainKeys[code];
  if (level !== undefined && strain) {
    const bid = legal.find(
      ({ kind, ...rest }) => kind === 'call' && 'word' in rest && rest.word === `${level}${strain}`,
    );
    if (bid) return { kind: 'act', action: bid };
    const contract = contracts.find((each) => each === `${level}${strain}`);
    return contract && { kind: 'contract', contract };
  }
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) {
    const wanted = levels.find((each) => each % 10 === Number(digit));
    const asked = contracts.length > 1 || legal.some(({ kind }) => kind === 'call');
    return wanted && asked ? { kind: 'level', level: wanted } : undefined;
  }
  const word = key === '=' ? '=' : code.replace('Key', '');
  const action = legal.find((each) => keyOf(each) === word);
  if (action) return { kind: 'act', action };
  const command = commands[code];
  return command && { kind: 'command', command };
}

const defenceKeys = { whist: 'W', pass: 'P', half: 'F', open: 'O', closed: 'C' } as const;

function keyOf(action: Action): string | undefined {
  if (action.kind === 'declare') return defenceKeys[action.word];
  return action.kind === 'call' ? action.word : undefined;
}

/** Listens while the focus is on the board, or on nothing at all. */
export function useKeys(
  board: RefObject<HTMLElement | null>,
  on: boolean,
  legal: readonly Action[],
  contracts: readonly NamedContract[],
  onWish: (wish: Exclude<Wish, { kind: 'level' }>) => void,
): void {
  const level = useRef<Level>(undefined);
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    const here = target === document.body || board.current?.contains(target);
    if (!here || target.closest('dialog, input, textarea, select')) return;
    if (target === document.body && event.key.startsWith('Arrow')) {
      event.preventDefault();
      return whereToGo(board.current)?.focus();
    }
    const wish = wishOf(event.code, event.key, level.current, legal, contracts);
    level.current = wish?.kind === 'level' ? wish.level : undefined;
    if (!wish || wish.kind === 'level') return;
    event.preventDefault();
    onWish(wish);
  });
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}

/** Where arrow keys lead when nothing has the focus: to a card that may be played, to what is asked, to the hand. */
function whereToGo(board: HTMLElement | null): HTMLElement | null | undefined {
  return (
    board?.querySelector<HTMLElement>('[data-legal="true"]') ??
    board?.querySelector<HTMLElement>('[data-asks] button:enabled') ??
    board?.querySelector<HTMLElement>('[data-card][tabindex="0"]')
  );
}

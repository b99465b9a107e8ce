import type { KeyboardEvent } from 'react';

/** Arrow keys lead to the nearest button that can be pressed, in the direction of the arrow. */
export function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const direction = directions[event.key];
  if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
  const from = event.target as HTMLElement;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled')];
  const to = nearest(
    from.getBoundingClientRect(),
    buttons.filter((button) => button !== from),
    direction,
  );
  event.preventDefault();
  to?.focus();
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function nearest(
  from: DOMRect,
  buttons: readonly HTMLElement[],
  [x, y]: readonly [number, number],
): HTMLElement | undefined {
  let best: { readonly button: HTMLElement; readonly far: number } | undefined;
  for (const button of buttons) {
    const box = button.getBoundingClientRect();
    const dx = box.left + box.width / 2 - (from.left + from.width / 2);
    const dy = box.top + box.height / 2 - (from.top + from.height / 2);
    const along = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    if (along < 4) continue;
    const far = along + 3 * aside;
    if (!best || far < best.far) best = { button, far };
  }
  return best?.button;
}

/**
 * An expected "no". It carries a stable `code` that clients translate into words; anything else
 * that is thrown is our bug. `details` are plain data for those words (a wait in ms, a name, …).
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string = code,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** What the rules say to an action that is not legal. `reason` names why, e.g. `must-follow-suit`. */
export class IllegalAction extends Refusal {
  constructor(reason = 'illegal-action', message?: string, details?: Record<string, unknown>) {
    super(reason, message, details);
    this.name = 'IllegalAction';
  }
}

import type { No } from './contract.js';

/** The club said no, or nothing in time (`no-answer`). `code` is stable; `message` is for developers. */
export class ClubRefusal extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor({ code, message, details = {} }: Pick<No, 'code' | 'message' | 'details'>) {
    super(`${code}: ${message}`);
    this.name = 'ClubRefusal';
    this.code = code;
    this.details = details;
  }

  /** How long to wait before asking again (ms), when the club says so. */
  get retryMs(): number | undefined {
    const { retryMs } = this.details;
    return typeof retryMs === 'number' ? retryMs : undefined;
  }
}

const passing = new Set(['no-answer', 'try-again', 'rate-limited', 'restarting', 'storage-away']);

/** Whether asking again later may help. */
export function isPassing(error: unknown): error is ClubRefusal {
  return error instanceof ClubRefusal && passing.has(error.code);
}

import { Refusal } from '@trellis/games/kit';
import { ZodError } from 'zod';

/** What an API request that is not granted is answered with. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: {
    readonly ok: false;
    readonly code: string;
    readonly message: string;
    readonly [detail: string]: unknown;
  };
}

const statuses: Readonly<Record<string, number>> = {
  'not-signed-in': 401,
  'bad-token': 401,
  'missing-scope': 403,
  banned: 403,
  'cross-site': 403,
  'not-yours': 403,
  'editors-only': 403,
  'kept-apart': 403,
  'chat-paused': 403,
  'rated-paused': 403,
  'arbiters-only': 403,
  'own-case': 403,
  'not-in-game': 403,
  'not-found': 404,
  'no-such-table': 404,
  'no-such-game': 404,
  'no-such-player': 404,
  'edited-meanwhile': 409,
  'already-decided': 409,
  'already-appealed': 409,
  'not-in-force': 409,
  'no-such-room': 404,
  'no-such-token': 404,
  'wrong-method': 405,
  'too-large': 413,
  'wrong-type': 415,
  'rate-limited': 429,
  'enough-reports': 429,
  'already-reported': 429,
  'house-is-busy': 429,
  'too-many-waiting': 429,
  restarting: 503,
  'storage-away': 503,
  'no-answer': 504,
};

/** An expected "no" as status and body; undefined for a bug of ours, of which nothing may be told. */
export function answerTo(error: unknown): ErrorAnswer | undefined {
  const refusal = refusalOf(error);
  if (!refusal) return undefined;
  const { code, message, details } = refusal;
  return { status: statuses[code] ?? 400, body: { ...details, ok: false, code, message } };
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return new Refusal('bad-request', shapeFaults(error));
  const status = statusOf(error);
  if (status === 404) return new Refusal('not-found', 'There is nothing here.');
  if (status === 413) return new Refusal('too-large', 'That is too large.');
  if (status === 415) return new Refusal('wrong-type', 'Send JSON.');
  if (status !== undefined && status >= 400 && status < 500)
    return new Refusal('bad-request', 'This request makes no sense.');
  return undefined;
}

/** Names the fields, never what stood in them. */
function shapeFaults(error: ZodError): string {
  const fields = error.issues.map((issue) =>
    issue.code === 'unrecognized_keys' ? 'an unknown field' : issue.path.join('.') || 'the body',
  );
  return `Wrong: ${[...new Set(fields)].slice(0, 5).join(', ')}.`;
}

/** Nest's exceptions and those of the body parsers say their status in these two ways. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('getStatus' in error && typeof error.getStatus === 'function')
    return Number(error.getStatus());
  return 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

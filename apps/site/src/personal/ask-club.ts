'use client';

import type { No } from '../live/club-socket';

export type Said<Answer> = { readonly ok: true; readonly answer: Answer } | No;

/** Asks the club by HTTP; a refusal is a value, and so is a club that does not answer. */
export async function askClub<Answer = object>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: `/api/${string}`,
  body?: object,
): Promise<Said<Answer>> {
  try {
    const answer = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const said: unknown = await answer.json();
    if (answer.ok) return { ok: true, answer: said as Answer };
    const { code, message, ...details } = said as { code: string; message: string };
    return { ok: false, code, message, details };
  } catch {
    return { ok: false, code: 'no-answer', message: 'The club did not answer.' };
  }
}

/** Of each text, so that sending it again writes it once. */
export function newKey(): string {
  return crypto.randomUUID();
}

'use client';

import { askClub, type Said } from '../personal/ask-club';

/** Asks the club under `/api/forum/`. */
export function askForum<Answer = object>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<Said<Answer>> {
  return askClub<Answer>(method, `/api/forum/${path}`, body);
}

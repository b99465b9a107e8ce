'use client';

import type { Me } from '@trellis/wire';
import { useEffect, useState } from 'react';

let asked: Promise<Me | null> | undefined;

/** Who is looking, asked once a page. Null when the club could not be reached. */
export function askMe(): Promise<Me | null> {
  asked ??= fetch('/api/me', { headers: { accept: 'application/json' } })
    .then(async (answer) => (answer.ok ? ((await answer.json()) as Me) : null))
    .catch(() => null);
  return asked;
}

/** Undefined until the answer is there. */
export function useMe(): Me | null | undefined {
  const [me, setMe] = useState<Me | null>();
  useEffect(() => {
    let here = true;
    void askMe().then((answer) => {
      rememberMember(Boolean(answer?.player));
      if (here) setMe(answer);
    });
    return () => {
      here = false;
    };
  }, []);
  return me;
}

/** For theme.js: whom to expect in the header of the next page. */
function rememberMember(member: boolean): void {
  try {
    if (member) localStorage.setItem('member', '1');
    else localStorage.removeItem('member');
  } catch {
    // Storage is switched off: the header just fills in a moment later.
  }
}

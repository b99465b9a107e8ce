'use client';

import type { ReactNode } from 'react';
import { useMe } from '../../personal/use-me';

interface Props {
  readonly onAct: () => void;
  /** Where to come back to after signing in: a path of the club. */
  readonly returnTo: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
}

/** Something only members do: a button for them, the way to the sign-in page for everybody else. */
export function MemberAction({
  onAct,
  returnTo,
  children,
  className = 'button plain',
  disabled,
}: Props) {
  const me = useMe();
  if (me?.player) {
    return (
      <button type="button" className={className} onClick={onAct} disabled={disabled}>
        {children}
      </button>
    );
  }
  return (
    <a className={className} href={signInPath(returnTo)} rel="nofollow">
      {children}
    </a>
  );
}

export function signInPath(returnTo: string): string {
  return `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}

/**
 * Where to go after signing in: a path of the club, or its home. Only letters that no browser, proxy or framework reads
 * in a second way are let through, so `//evil`, `/\evil`, `/%2f%2fevil`, tabs and their relatives all lead home.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 300) return '/';
  if (!/^(?:\/[\w~-][\w.~-]*)*\/?(?:\?[\w.~=&%+-]*)?(?:#[\w.~-]*)?$/.test(wanted)) return '/';
  // Neither to begin anew here nor to show an answer that is meant for programs.
  return /^\/(?!(?:auth|api)(?:[/?#]|$))/i.test(wanted) ? wanted : '/';
}

/**
 * Where somebody wants to be after signing in, by the page of ours that his browser came from (`Referer`, RFC 9110
 * §10.1.3): that page, or what the sign-in page had been told. It needs no script. Home, if the browser does not say.
 */
export function returnFrom(referer: string | undefined, origins: ReadonlySet<string>): string {
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { origin, pathname, search, searchParams } = new URL(referer);
  if (!origins.has(origin)) return '/';
  return localPath(pathname === '/sign-in' ? searchParams.get('returnTo') : pathname + search);
}

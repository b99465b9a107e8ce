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

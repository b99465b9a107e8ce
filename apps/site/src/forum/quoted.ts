/** Somebody's words at the beginning of an answer; quotations inside of them are left out. */
export function quoted(name: string, markdown: string): string {
  const own = markdown
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim();
  const escapedName = name.replace(/[\\*_`[\]<>]/g, '\\$&');
  return [`**${escapedName}**`, '', ...own.split('\n')]
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

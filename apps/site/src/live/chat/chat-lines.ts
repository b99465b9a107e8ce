import type { ChatLine } from '@trellis/wire';

/** As many as the server keeps. */
const linesKept = 200;

/** Puts new lines among the known ones: in order, each once, only the newest 200. */
export function mergeLines(
  known: readonly ChatLine[],
  incoming: readonly ChatLine[],
): readonly ChatLine[] {
  const ids = new Set(known.map(keyOf));
  const fresh = incoming.filter((line) => {
    if (ids.has(keyOf(line))) return false;
    ids.add(keyOf(line));
    return true;
  });
  if (fresh.length === 0) return known;
  return [...known, ...fresh].sort((a, b) => a.seq - b.seq).slice(-linesKept);
}

/** The `since` that brings what is missing. */
export function lastSeq(lines: readonly ChatLine[]): number {
  return lines.at(-1)?.seq ?? 0;
}

/** Lines count without gaps, so one that jumps ahead says that some were lost on the way. */
export function missesBefore(lines: readonly ChatLine[], line: ChatLine): boolean {
  return lines.length > 0 && line.seq > lastSeq(lines) + 1;
}

/** Lines of others after `readTo`. */
export function unreadBy(
  me: string | undefined,
  lines: readonly ChatLine[],
  readTo: number,
): number {
  return lines.filter(({ seq, player }) => seq > readTo && player.id !== me).length;
}

/** Ids are made by senders: the same one is the same line only from the same person. */
function keyOf({ id, player }: ChatLine): string {
  return `${player.id} ${id}`;
}

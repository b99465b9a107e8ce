import type { PresetOf } from '@trellis/facade';
import { MemoryAftermath } from './memory-aftermath.js';
import { MemoryChatLines } from './memory-chat-lines.js';
import { MemoryClub } from './memory-club.js';
import { MemoryClubStore } from './memory-club-store.js';
import { MemoryForum } from './memory-forum.js';
import { MemoryJustice } from './memory-justice.js';
import { MemoryJournal } from './memory-journal.js';
import { MemoryLedger } from './memory-ledger.js';
import { MemoryNotices } from './memory-notices.js';
import { MemoryPeople } from './memory-people.js';
import { MemoryPaintResults } from './memory-paint-results.js';
import { MemoryPersonalData } from './memory-personal-data.js';
import { MemoryPlayers } from './memory-players.js';
import { MemoryResults } from './memory-results.js';
import { MemoryTokens } from './memory-tokens.js';
import { MemoryTallies } from './stored-tallies.js';
import type { Storage } from './storage.js';

/** Everything is gone with the process: `TRELLIS_STORAGE=memory`, and tests. */
export function memoryStorage({ presetOf }: { readonly presetOf: PresetOf }): Storage {
  const club = new MemoryClub();
  const journal = new MemoryJournal();
  return {
    journal,
    results: new MemoryResults(club, journal),
    players: new MemoryPlayers(club),
    tokens: new MemoryTokens(club),
    personalData: new MemoryPersonalData(club),
    chatLines: new MemoryChatLines(club),
    forum: new MemoryForum(club),
    people: new MemoryPeople(club),
    notices: new MemoryNotices(club),
    justice: new MemoryJustice(club),
    aftermath: new MemoryAftermath(club),
    paintResults: new MemoryPaintResults(club),
    clubStore: new MemoryClubStore(club, presetOf),
    ledger: new MemoryLedger(club),
    tallies: new MemoryTallies(club),
    describe: 'memory',
    ping: async () => {},
    close: async () => {},
  };
}

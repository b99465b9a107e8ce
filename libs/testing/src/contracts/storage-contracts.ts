import type { Storage } from '@trellis/storage';
import { aftermathContract } from './aftermath-contract.js';
import { chatLinesContract } from './chat-lines-contract.js';
import { clubStoreContract } from './club-store-contract.js';
import { deletionContract } from './deletion-contract.js';
import { forumContract } from './forum-contract.js';
import { justiceContract } from './justice-contract.js';
import { journalContract } from './journal-contract.js';
import { noticesContract } from './notices-contract.js';
import { peopleContract } from './people-contract.js';
import { personalDataContract } from './personal-data-contract.js';
import { paintResultsContract } from './paint-results-contract.js';
import { playersContract } from './players-contract.js';
import { resultsContract } from './results-contract.js';
import { tokensContract } from './tokens-contract.js';

/** Every port's contract over one kind of storage. `make` gives an empty club that knows `presetOfTest`. */
export function storageContracts(name: string, make: () => Promise<Storage>): void {
  journalContract(name, async () => (await make()).journal);
  playersContract(name, async () => (await make()).players);
  tokensContract(name, make);
  chatLinesContract(name, make);
  paintResultsContract(name, make);
  resultsContract(name, make);
  clubStoreContract(name, make);
  forumContract(name, make);
  peopleContract(name, make);
  noticesContract(name, make);
  justiceContract(name, make);
  aftermathContract(name, make);
  deletionContract(name, make);
  personalDataContract(name, make);
}

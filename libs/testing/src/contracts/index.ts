export { chatLinesContract } from './chat-lines-contract.js';
export { testDatabase, type TestDatabase } from './database.js';
export { clubStoreContract, presetOfTest } from './club-store-contract.js';
export { forumContract } from './forum-contract.js';
export { journalContract } from './journal-contract.js';
export { peopleContract } from './people-contract.js';
export { playersContract } from './players-contract.js';
export { resultsContract } from './results-contract.js';
export { storageContracts } from './storage-contracts.js';

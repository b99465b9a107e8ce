export { chatLinesContract } from './chat-lines-contract.js';
export { testDatabase, type TestDatabase } from './database.js';
export { clubStoreContract, presetOfTest } from './club-store-contract.js';
export { journalContract } from './journal-contract.js';
export { paintResultsContract } from './paint-results-contract.js';
export { playersContract } from './players-contract.js';
export { resultsContract } from './results-contract.js';
export { storageContracts } from './storage-contracts.js';
export { tokensContract } from './tokens-contract.js';

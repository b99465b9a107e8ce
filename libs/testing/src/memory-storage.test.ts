import { memoryStorage } from '@trellis/storage';
import { presetOfTest } from './contracts/club-store-contract.js';
import { storageContracts } from './contracts/storage-contracts.js';

storageContracts('memory', async () => memoryStorage({ presetOf: presetOfTest }));

// A process that appends to the journal of the club in argv[2] as fast as it can and says what was
// acknowledged, until somebody kills it.
import { writeSync } from 'node:fs';
import { openStorage } from '../../dist/index.js';

const [dataDir = '', run = ''] = process.argv.slice(2);
const { journal } = await openStorage({ dataDir, presetOf: () => 'own' });

async function writeTable(name) {
  for (let seq = 1; ; seq++) {
    const entry = { seq, at: Date.now(), kind: 'arrived', seat: seq % 4 };
    await journal.append(name, [entry]);
    // Synchronously: what stands in the pipe survives us.
    writeSync(1, `${name} ${seq}\n`);
  }
}

for (let table = 0; table < 10; table++) void writeTable(`${run}-${table}`);

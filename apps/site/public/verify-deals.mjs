#!/usr/bin/env node
// Checks the deals of a finished game of Trellis: node verify-deals.mjs record.json
//
// It needs Node 18 or newer and nothing else, and shares no code with the club: read it, it is short.
// record.json is what "Proof of the deals" on a game's page downloads (or a game as /api/games/ID answers).
//
// If you noted them at the table, it also checks what you were told and what you sent:
//   node verify-deals.mjs record.json --commitment HEX --contribution HEX
//
// How a deck is made:
//   1. When the game begins the club draws a secret of 32 bytes and tells its SHA-256, the commitment.
//   2. Each player's browser sends 32 random bytes, its contribution.
//   3. Shuffle number n (1, 2, ...) of `length` things starts as 0, 1, ..., length-1. Random bytes are
//      HMAC-SHA-256(secret, message) for block = 0, 1, 2, ..., one after another, where message is these lines,
//      joined by a line feed, in ASCII:
//        trellis-deals-1
//        the game's id
//        one line for each seat: the contribution in lower-case hex, or - if there is none
//        n
//        length
//        block
//   4. The bytes are read as 16-bit numbers, high byte first. For last = length-1 down to 1: take the next number
//      below the greatest multiple of last+1 that is not above 65536 (skip the others), take it modulo last+1, and
//      swap what stands there with what stands at `last`.
// So the club could not choose a deck without knowing the contributions, nor change the secret after them, and no
// player could know a deck without the secret.

import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const hex = /^[0-9a-f]{64}$/;

/** The order that shuffle number n must have. */
export function order(secret, gameId, contributions, n, length) {
  const key = Buffer.from(secret, 'hex');
  const deck = [];
  for (let i = 0; i < length; i++) deck.push(i);
  let bytes = Buffer.alloc(0);
  let used = 0;
  let block = 0;
  for (let last = length - 1; last >= 1; last--) {
    const limit = Math.floor(65536 / (last + 1)) * (last + 1);
    let number = 65536;
    while (number >= limit) {
      if (used === bytes.length) {
        const seats = contributions.map((each) => (each === null ? '-' : each));
        const message = ['trellis-deals-1', gameId, ...seats, n, length, block].join('\n');
        bytes = createHmac('sha256', key).update(message, 'ascii').digest();
        used = 0;
        block = block + 1;
      }
      number = bytes.readUInt16BE(used);
      used = used + 2;
    }
    const at = number % (last + 1);
    const kept = deck[last];
    deck[last] = deck[at];
    deck[at] = kept;
  }
  return deck;
}

/** Everything that is wrong with the deals of a record, as sentences; none when they are right. */
export function faults(record, seen = {}) {
  const { id, fairness, shuffles } = parts(record);
  const { commitment, secret, contributions, before } = fairness;
  const found = [];
  const committed = createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex');
  if (committed !== commitment) {
    found.push('The secret is not the one that the club committed to.');
  }
  if (seen.commitment && seen.commitment !== commitment) {
    found.push('The commitment is not the one that you saw at the table.');
  }
  if (seen.contribution && !contributions.includes(seen.contribution)) {
    found.push('Your contribution is not among those that were used.');
  }
  shuffles.slice(before).forEach((shuffle, index) => {
    const right = order(secret, id, contributions, index + 1, shuffle.length);
    if (right.join() !== shuffle.join()) {
      found.push(`Shuffle ${before + index + 1} is not the one that follows from the secret.`);
    }
  });
  return found;
}

/** What is checked, whatever the file is called by. Throws a sentence when something is missing. */
export function parts(file) {
  const record = file?.game?.fairness ? file.game : file;
  const { id, fairness } = record ?? {};
  if (typeof id !== 'string' || !fairness) {
    throw new Error(
      'This file has no proof of deals: download it with "Proof of the deals" on the page of the game.',
    );
  }
  const { commitment, secret, contributions, before } = fairness;
  const areHex =
    Array.isArray(contributions) && contributions.every((each) => each === null || hex.test(each));
  if (
    !hex.test(commitment) ||
    !hex.test(secret) ||
    !areHex ||
    !Number.isInteger(before) ||
    before < 0
  ) {
    throw new Error('The proof in this file is damaged.');
  }
  const drawn = record.steps?.filter((step) => step?.kind === 'shuffled').map((step) => step.order);
  const shuffles = record.shuffles ?? drawn;
  if (
    !Array.isArray(shuffles) ||
    !shuffles.every((each) => Array.isArray(each) && each.length > 0 && each.length <= 65536)
  ) {
    throw new Error('This file does not say which decks were dealt.');
  }
  return { id, fairness, shuffles };
}

function main([file, ...rest]) {
  const seen = {};
  for (let at = 0; at < rest.length; at = at + 2) {
    const name = rest[at].slice(2);
    if (!['--commitment', '--contribution'].includes(rest[at]) || !hex.test(rest[at + 1]))
      file = undefined;
    seen[name] = rest[at + 1];
  }
  if (!file) {
    console.error('node verify-deals.mjs record.json [--commitment HEX] [--contribution HEX]');
    return 2;
  }
  let record;
  let found;
  try {
    record = parts(JSON.parse(readFileSync(file, 'utf8')));
    found = faults(record, seen);
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    return 2;
  }
  const { id, fairness, shuffles } = record;
  const sent = fairness.contributions.filter((each) => each !== null).length;
  console.log(
    `Game ${id}: ${shuffles.length} shuffles, contributions of ${sent} of ${fairness.contributions.length} seats.`,
  );
  console.log(`Commitment ${fairness.commitment}`);
  if (fairness.before > 0)
    console.log(
      `The first ${fairness.before} shuffles came before the commitment and cannot be checked.`,
    );
  for (const fault of found) console.log(`WRONG: ${fault}`);
  if (found.length === 0)
    console.log('Every deck is the one that follows from the secret and the contributions.');
  return found.length === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url.endsWith(encodeURI(process.argv[1].split(/[\\/]/).pop()))) {
  process.exitCode = main(process.argv.slice(2));
}

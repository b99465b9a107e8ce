import { createHash } from 'node:crypto';
import { cleanText, phrases } from '@trellis/chat';
import type { PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import type { Pauses } from '@trellis/justice';
import type { Apart, Bond, Letter, LetterSaid, People } from '@trellis/people';
import type { Notice } from '@trellis/notices';
import type { TableSummary } from '@trellis/tables';
import type { AcquaintancesAnswer, LetterAsked, LettersAnswer } from '@trellis/wire';
import type { PlayerNames } from '../facts/player-names.js';
import type { LetterBrought, NodeMessages } from '../nodes/node-messages.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';

export interface AcquaintancesParts {
  readonly store: People;
  readonly apart: Apart;
  readonly pauses: Pick<Pauses, 'mustMayTalk'>;
  readonly names: Pick<PlayerNames, 'load' | 'knows' | 'cardOf'>;
  readonly sockets: Pick<Sockets, 'emit'>;
  readonly messages: Pick<NodeMessages, 'listen' | 'tellAll'>;
  /** Who is in the club, as everybody may know it. */
  readonly presenceOf: (
    player: PlayerId,
  ) => AcquaintancesAnswer['acquaintances'][number]['presence'];
  /** Tables where a player sits. */
  readonly seatedAt: (
    player: PlayerId,
  ) => readonly Pick<TableSummary, 'id' | 'game' | 'number' | 'phase'>[];
  /** Tells somebody of something, wherever he is. */
  readonly tell: (players: readonly PlayerId[], notice: Notice) => void;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/** What players are to each other, and what they write to each other. */
export class Acquaintances {
  constructor(private readonly parts: AcquaintancesParts) {
    const { messages, apart } = parts;
    messages.listen('people:letter', (brought) => this.deliver(brought));
    messages.listen('people:blocked', ({ player, other, blocks }) =>
      apart.set(player, other, blocks),
    );
  }

  /** Whom everybody keeps apart from is asked at every seat and line, so it is in memory before anybody comes. */
  async start(): Promise<void> {
    for (const { player, other } of await this.parts.store.blocks())
      this.parts.apart.set(player, other, true);
  }

  async of(player: PlayerId): Promise<AcquaintancesAnswer> {
    const known = await this.stored(this.parts.store.acquaintances(player));
    return {
      acquaintances: known.map((each) => ({
        ...each,
        presence: this.parts.presenceOf(each.player.id),
      })),
    };
  }

  async bind(player: PlayerId, other: PlayerId, bond: Bond | null): Promise<void> {
    if (player === other) throw new Refusal('yourself', 'That is you.');
    await this.stored(this.parts.store.bind(player, other, bond, this.parts.now()));
    const change = { player, other, blocks: bond === 'blocked' };
    this.parts.apart.set(player, other, change.blocks);
    this.parts.messages.tellAll('people:blocked', change);
  }

  /** The letter is durable before anybody sees it. */
  async send(from: PlayerId, to: PlayerId, { key, said }: LetterAsked): Promise<Letter> {
    const { apart, store, now, messages, names } = this.parts;
    if (from === to) throw new Refusal('yourself', 'That is you.');
    this.parts.pauses.mustMayTalk(from);
    if (apart.are(from, to)) throw new Refusal('kept-apart', 'The two keep apart.');
    const id = createHash('sha256').update(`letter:${from}:${key}`).digest('hex').slice(0, 24);
    const letter = await this.stored(
      store.send({ id, from, to, at: now(), said: this.checked(from, said) }),
    );
    await this.stored(names.load([from]));
    const brought = { from: names.cardOf(from), letter };
    this.deliver(brought);
    messages.tellAll('people:letter', brought);
    this.parts.tell([to], noticeOf(brought));
    return letter;
  }

  async letters(player: PlayerId, other: PlayerId, before: number): Promise<LettersAnswer> {
    const { names, store } = this.parts;
    await this.stored(names.load([other]));
    if (!names.knows(other)) throw new Refusal('no-such-player', 'The club knows no such player.');
    return {
      with: names.cardOf(other),
      letters: await this.stored(store.letters(player, other, before)),
    };
  }

  async read(player: PlayerId, other: PlayerId, through: number): Promise<void> {
    await this.stored(this.parts.store.read(player, other, through));
  }

  correspondences(player: PlayerId) {
    return this.stored(this.parts.store.correspondences(player));
  }

  /** Letters that he has not seen. */
  unread(player: PlayerId): Promise<number> {
    return this.stored(this.parts.store.unread(player));
  }

  /** To the pages of both that are open here. */
  private deliver(brought: LetterBrought): void {
    const { from, to } = brought.letter;
    const pages = [rooms.player(to), rooms.player(from)];
    this.parts.sockets.emit(pages, 'people:letter', brought);
  }

  private checked(from: PlayerId, said: LetterAsked['said']): LetterSaid {
    if ('text' in said) return { text: cleanText(said.text) };
    if ('phrase' in said) {
      if (!phrases.some((each) => each === said.phrase))
        throw new Refusal('no-such-phrase', 'There is no such ready-made phrase.');
      return said;
    }
    const table = this.parts.seatedAt(from).find(({ id }) => id === said.tableId);
    if (!table || table.phase === 'free')
      throw new Refusal('not-seated', 'Who invites sits at the table himself.');
    return { invitation: { tableId: table.id, game: table.game, number: table.number } };
  }

  private async stored<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.parts.report(error);
      throw new Refusal('storage-away', 'That cannot be kept or looked up just now.');
    }
  }
}

/** Who has written; what, only the letter says. */
function noticeOf({ from, letter }: LetterBrought): Notice {
  const invitation = 'invitation' in letter.said ? letter.said.invitation : undefined;
  return {
    kind: invitation ? 'invitation' : 'letter',
    path: invitation ? `/tables/${invitation.tableId}` : `/people/${from.id}`,
    topic: `letter:${from.id}`,
    name: from.name,
  };
}

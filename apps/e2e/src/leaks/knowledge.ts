import type { Seat, Viewer } from '@trellis/games/kit';
import {
  cardsFromText,
  isWithoutTalon,
  whisting,
  type Card,
  type State,
} from '@trellis/games/preferans/rules';

type Deal = NonNullable<State['deal']>;

/**
 * Section 16 of the rules of Preferans, written down a second time and from the deck, so that what the
 * views show can be held against it: the cards of the running deal that a viewer may know.
 */
export function mayKnow(state: State, viewer: Viewer): ReadonlySet<Card> {
  const byViewer = worked.get(state) ?? new Map<Viewer, ReadonlySet<Card>>();
  worked.set(state, byViewer);
  const known = byViewer.get(viewer) ?? workOut(state, viewer);
  byViewer.set(viewer, known);
  return known;
}

/** Several look from one seat, and each message of a step asks again. */
const worked = new WeakMap<State, Map<Viewer, ReadonlySet<Card>>>();

function workOut(state: State, viewer: Viewer): ReadonlySet<Card> {
  const known = new Set<Card>();
  const { deal, conventions } = state;
  if (!deal) return known;
  const add = (cards: readonly Card[]) => cards.forEach((card) => known.add(card));
  const { hands, talon } = dealt(deal, conventions.players);
  if (viewer !== 'spectator') add(hands[viewer] ?? []);
  add(deal.play?.cards ?? []);
  const defenders = deal.won && activeSeats(deal).filter((seat) => seat !== deal.won!.declarer);
  if (deal.won && !isWithoutTalon(deal.won.bid)) add(talon);
  if (!deal.won && deal.play) add(raspasyTalon(state, talon));
  if (!defenders || !deal.named || !deal.play) return known;

  if (handsAreOpen(state, deal)) for (const seat of defenders) add(hands[seat]!);
  const { declarer } = deal.won!;
  const offers = [...deal.play.offers, ...(deal.play.offer ? [deal.play.offer] : [])];
  const offered = conventions.claimExposes && offers.some(({ by }) => by === declarer);
  if (offered && viewer !== 'spectator' && answersTo(state, deal, defenders).includes(viewer)) {
    // Shown is the hand as it is; what was discarded before is not in it.
    const { discard } = deal.named;
    add([...hands[declarer]!, ...talon].filter((card) => !discard.includes(card)));
  }
  return known;
}

/** Rule 2.4, from the deck alone: hands by seat, and the talon. */
export function dealt(deal: Deal, players: number): { hands: Card[][]; talon: Card[] } {
  const deck = cardsFromText(deal.deck)!;
  const hands: Card[][] = Array.from({ length: players }, () => []);
  const active = activeSeats(deal);
  const packets = Array.from({ length: 16 }, (_, at) => deck.slice(2 * at, 2 * at + 2));
  const [talon] = packets.splice(3, 1);
  packets.forEach((packet, at) => hands[active[at % 3]!]!.push(...packet));
  return { hands, talon: talon! };
}

const activeSeats = ({ order }: Deal): readonly Seat[] => order;

/** Rule 16.2. */
function raspasyTalon({ conventions, deal }: State, talon: readonly Card[]): readonly Card[] {
  if (conventions.raspasyTalon === 'closed') return [];
  return talon.slice(0, Math.floor(deal!.play!.cards.length / 3) + 1);
}

const defenceOf = ({ conventions }: State, { order, won, named, said }: Deal) =>
  whisting({ order, declarer: won!.declarer, contract: named!.contract, conventions }, said)
    .defence;

/** Rule 7.3. */
function handsAreOpen(state: State, deal: Deal): boolean {
  const defence = defenceOf(state, deal);
  const open =
    defence?.kind === 'catchers' ||
    defence?.kind === 'checked' ||
    (defence?.kind === 'lone' && defence.choice === 'open');
  const played = deal.play!.cards.length;
  if (state.conventions.openTiming === 'afterTrick1') return open && played >= 3;
  return open && (deal.order[0] !== deal.won!.declarer || played >= 1);
}

/** Rule 14.1.2. */
function answersTo(state: State, deal: Deal, defenders: readonly Seat[]): readonly Seat[] {
  const defence = defenceOf(state, deal);
  return defence?.kind === 'lone' ? [defence.whister] : defenders;
}

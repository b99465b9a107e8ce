import type { Lang, Seat, Viewer } from '@trellis/games/kit';
import type {
  Card,
  DealView,
  LastDealView,
  PlayedTrick,
  View,
} from '@trellis/games/preferans/rules';
import { messages, splitInWords } from './messages/messages';
import { bidName, callName, cardName, cardNames } from './messages/names';
import { resultInWords } from './sheet/result-in-words';
import { highestBid, standingOf } from './table/standing';
import { runningTrick, seatsOfTrick } from './table/trick-order';

export interface Listener {
  readonly lang: Lang;
  readonly names: readonly string[];
  readonly viewer: Viewer;
}

/** What has to be said when one view follows another; views are whole, so one that was lost is made up for. */
export function spokenBetween(before: View, after: View, listener: Listener): string {
  const said: string[] = [];
  const was = before.deal;
  const { deal, last } = after;
  if (was && was.no !== deal?.no && last?.no === was.no) {
    said.push(...courseBetween(courseOf(was), courseOfLast(last), listener));
    const { lang, names } = listener;
    if (last.outcome) said.push(`${resultInWords(last.outcome, last.order, lang, names)}.`);
  }
  if (deal && deal.no !== was?.no)
    said.push(messages[listener.lang].spoken.dealt(deal.no, listener.names[deal.dealer] ?? ''));
  if (deal) {
    const from = was?.no === deal.no ? courseOf(was) : emptyCourse;
    said.push(...courseBetween(from, courseOf(deal), listener));
    said.push(...openedBetween(was?.no === deal.no ? was : undefined, deal, listener));
    said.push(...offersBetween(was?.no === deal.no ? was : undefined, deal, listener));
  }
  said.push(...stopBetween(before, after, listener));
  if (after.end && !before.end) said.push(messages[listener.lang].ended[after.end.reason]);
  const turn = turnInWords(after, listener);
  const turnChanged = turn !== turnInWords(before, listener);
  const speaksOfTurn = isMyTurn(after, listener.viewer) || after.phase !== 'play';
  if (turn && speaksOfTurn && (said.length > 0 || turnChanged)) said.push(turn);
  return said.join(' ');
}

/** Everything about the moment, for who has just come or asks by key. */
export function situationInWords(view: View, listener: Listener): string {
  const { lang, names } = listener;
  const say = messages[lang];
  const name = (seat: Seat) => names[seat] ?? '';
  const said: string[] = [];
  if (view.deal) said.push(say.spoken.dealt(view.deal.no, name(view.deal.dealer)));
  const standing = standingOf(view);
  switch (standing.kind) {
    case 'auction':
      if (standing.highest)
        said.push(say.spoken.said(name(standing.highest[0]), bidName(lang, standing.highest[1])));
      break;
    case 'talon':
      said.push(say.spoken.contract(name(standing.declarer), bidName(lang, standing.bid)));
      break;
    case 'game':
      said.push(
        say.spoken.contract(name(standing.declarer), bidName(lang, standing.contract)),
        `${say.taken}: ${say.declarerHas(standing.taken, standing.need)}, ${say.whistersHave(standing.defence, standing.owed)}.`,
      );
      break;
    case 'misere':
      said.push(
        say.spoken.contract(name(standing.declarer), say.misere),
        `${say.taken}: ${say.declarerAvoids(standing.taken)}.`,
      );
      break;
    case 'raspasy':
      said.push(`${say.raspasy}: ${splitInWords(standing.taken, view.deal!.order, names)}.`);
      break;
    case 'draw':
      said.push(say.drawing);
      break;
    case 'shuffle':
      said.push(say.shuffling);
      break;
    case 'over':
      if (view.end) said.push(say.ended[view.end.reason]);
  }
  const running = runningTrick(view.deal?.play?.tricks ?? []);
  if (running) said.push(...cardsInWords(running[1], 0, view.deal!.order, listener));
  const turn = turnInWords(view, listener);
  if (turn) said.push(turn);
  return said.join(' ');
}

export function handInWords(cards: readonly Card[] | null | undefined, lang: Lang): string {
  const { spoken } = messages[lang];
  return cards && cards.length > 0 ? spoken.hand(cardNames(lang, cards)) : spoken.noHand;
}

const isMyTurn = ({ toAct }: View, viewer: Viewer) =>
  viewer !== 'spectator' && toAct.includes(viewer);

function turnInWords(view: View, { lang, names, viewer }: Listener): string {
  const say = messages[lang];
  const { toAct, deal } = view;
  if (!isMyTurn(view, viewer))
    return toAct.map((seat) => `${say.turnOf(names[seat] ?? '')}.`).join(' ');
  const hand = deal?.play && !deal.play.offer ? deal.play.hand : viewer;
  return hand === viewer ? say.yourTurn : say.yourTurnForPartner(names[hand as Seat] ?? '');
}

/** What runs through a deal in order, whether it is being played or over. */
interface Course extends Pick<
  DealView,
  'order' | 'auction' | 'said' | 'talon' | 'won' | 'contract'
> {
  readonly tricks: readonly PlayedTrick[];
  readonly over?: boolean;
}

const emptyCourse: Course = { order: [0, 1, 2], auction: [], said: [], talon: [], tricks: [] };

const courseOf = (deal: DealView): Course => ({ ...deal, tricks: deal.play?.tricks ?? [] });

const courseOfLast = (last: LastDealView): Course => ({ ...last, over: true });

function courseBetween(was: Course, now: Course, listener: Listener): string[] {
  const { lang, names } = listener;
  const { spoken, defence } = messages[lang];
  const name = (seat: Seat) => names[seat] ?? '';
  const said: string[] = [];
  now.auction.slice(was.auction.length).forEach(([seat, word], at) => {
    const until = now.auction.slice(0, was.auction.length + at);
    if (word === '=') said.push(spoken.held(name(seat), bidName(lang, highestBid(until)![1])));
    else said.push(spoken.said(name(seat), callName(lang, word)));
  });
  const wasAllPassed = was.auction.length === 3 && !was.won;
  const allPassed =
    !now.won && now.auction.length === 3 && now.auction.every(([, word]) => word === 'P');
  if (allPassed && !wasAllPassed) said.push(spoken.passedOut);
  if (now.won && !was.won && now.talon.length > 0)
    said.push(spoken.talon(cardNames(lang, now.talon)));
  if (now.contract && !was.contract) {
    said.push(spoken.contract(name(now.won!.declarer), bidName(lang, now.contract)));
  }
  for (const [seat, word] of now.said.slice(was.said.length)) {
    said.push(spoken.said(name(seat), defence[word]));
  }
  if (!now.won && !now.over && now.talon.length > was.talon.length) {
    // The second card is turned up when the first trick is over: after its cards, before those of the next.
    const tricks = tricksInWords(was, now, listener);
    return [...said, ...tricks, spoken.talonLeads(cardName(lang, now.talon.at(-1)!))];
  }
  return [...said, ...tricksInWords(was, now, listener)];
}

function tricksInWords(was: Course, now: Course, listener: Listener): string[] {
  const { spoken } = messages[listener.lang];
  return now.tricks.flatMap((trick, at) => {
    const before = was.tricks[at];
    const said = cardsInWords(trick, before?.cards.length ?? 0, now.order, listener);
    if (trick.owner !== undefined && before?.owner === undefined) {
      said.push(spoken.trickTo(listener.names[trick.owner] ?? ''));
    }
    return said;
  });
}

function cardsInWords(
  trick: PlayedTrick,
  from: number,
  order: DealView['order'],
  { lang, names }: Listener,
): string[] {
  const seats = seatsOfTrick(order, trick);
  return trick.cards
    .slice(from)
    .map((card, at) =>
      messages[lang].spoken.played(names[seats[from + at]!] ?? '', cardName(lang, card)),
    );
}

function openedBetween(was: DealView | undefined, now: DealView, listener: Listener): string[] {
  const { lang, names, viewer } = listener;
  const { spoken } = messages[lang];
  const said: string[] = [];
  now.hands.forEach((hand, seat) => {
    if (seat === viewer || !hand || hand.length === 0 || was?.hands[seat]) return;
    said.push(spoken.opened(names[seat] ?? '', cardNames(lang, hand)));
  });
  const handedOver = now.play?.handedOver;
  if (handedOver !== undefined && was?.play?.handedOver === undefined) {
    said.push(spoken.handedOver(names[handedOver] ?? ''));
  }
  return said;
}

function offersBetween(
  was: DealView | undefined,
  now: DealView,
  { lang, names }: Listener,
): string[] {
  const say = messages[lang];
  const said: string[] = [];
  const offer = now.play?.offer;
  const dropped = (now.play?.offers.length ?? 0) > (was?.play?.offers.length ?? 0);
  if (was && dropped) said.push(say.spoken.refused);
  if (offer && (!was?.play?.offer || dropped)) {
    said.push(say.offered(names[offer.by] ?? '', splitInWords(offer.tricks, now.order, names)));
  }
  return said;
}

function stopBetween(before: View, after: View, { lang, names }: Listener): string[] {
  const say = messages[lang];
  const was = before.stop;
  const now = after.stop;
  const others = after.conventions.players - 1;
  if (now && !was) return [say.stopProposed(names[now.by] ?? '')];
  if (was && !now && !after.end) return [say.spoken.stopDropped];
  return now && was && now.yes.length === others && was.yes.length < others ? [say.stopAgreed] : [];
}

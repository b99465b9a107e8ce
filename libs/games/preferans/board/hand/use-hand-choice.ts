import { useEffect, useEffectEvent, useState } from 'react';
import type { BoardProps, Seat } from '@trellis/games/kit';
import { isWithoutTalon, type Action, type Card, type View } from '@trellis/games/preferans/rules';
import { messages } from '../messages/messages';
import { cardName } from '../messages/names';
import type { BoardSettings } from '../settings';
import { playsOwnHand } from '../table/standing';

/** A card lifted by a first tap, or chosen before one's turn. */
interface Lifted {
  readonly deal: number;
  readonly card: Card;
  readonly ahead: boolean;
}

interface Discard {
  readonly deal: number;
  readonly cards: readonly Card[];
}

/** What a press on a card does: play it, lift it, choose it in advance, or put it to the discard. */
export function useHandChoice(
  { view, legal, viewer, onAct, lang, busy, finished, replay }: BoardProps<View, Action>,
  { twoTaps }: BoardSettings,
  speak: (sentence: string) => void,
) {
  const { deal, phase } = view;
  const no = deal?.no ?? 0;
  const [liftedCard, setLifted] = useState<Lifted>();
  const [discarded, setDiscarded] = useState<Discard>();
  const { spoken } = messages[lang];

  const playable = legal.flatMap((action) => (action.kind === 'play' ? [action.card] : []));
  const own = viewer === 'spectator' ? undefined : (deal?.hands[viewer] ?? undefined);
  const lifted = liftedCard?.deal === no ? liftedCard : undefined;
  const ofOwnHand = playable.length > 0 && deal?.play?.hand === viewer;
  const discards =
    phase === 'contract' &&
    deal?.won?.declarer === viewer &&
    !isWithoutTalon(deal.won.bid) &&
    !busy &&
    !replay;
  const discard = discarded?.deal === no && discards ? discarded.cards : [];
  const mayChooseAhead =
    phase === 'play' &&
    deal !== undefined &&
    playsOwnHand(deal, viewer) &&
    !busy &&
    !finished &&
    !replay;

  // A choice in advance that turns out illegal is taken back, and said so.
  const wrong = lifted?.ahead && ofOwnHand && !playable.includes(lifted.card);
  if (wrong) {
    setLifted(undefined);
    speak(spoken.dropped(cardName(lang, lifted.card)));
  }

  const ready =
    lifted?.ahead && ofOwnHand && playable.includes(lifted.card) ? lifted.card : undefined;
  const playAhead = useEffectEvent((card: Card) => {
    setLifted(undefined);
    onAct({ kind: 'play', card });
  });
  useEffect(() => {
    if (ready) playAhead(ready);
  }, [ready]);

  function press(card: Card): void {
    if (discards) return toggleDiscard(card);
    if (playable.includes(card)) {
      if (!twoTaps || (lifted?.card === card && !lifted.ahead)) {
        setLifted(undefined);
        onAct({ kind: 'play', card });
      } else setLifted({ deal: no, card, ahead: false });
      return;
    }
    if (!mayChooseAhead) return;
    if (lifted?.card === card) setLifted(undefined);
    else {
      setLifted({ deal: no, card, ahead: true });
      speak(spoken.preselected(cardName(lang, card)));
    }
  }

  function toggleDiscard(card: Card): void {
    const cards = discard.includes(card)
      ? discard.filter((each) => each !== card)
      : [...discard, card].slice(-2);
    setDiscarded({ deal: no, cards });
  }

  /** How the cards of a seat are offered. */
  function forHand(seat: Seat) {
    const chosen = [...discard, ...(lifted ? [lifted.card] : [])];
    if (seat === viewer && discards) {
      return { playable: own, chosen, toggles: true, onChoose: press };
    }
    const hand = deal?.hands[seat] ?? [];
    if (hand.some((card) => playable.includes(card))) {
      return { playable, chosen, marksLegal: true, onChoose: press };
    }
    if (seat === viewer && mayChooseAhead) {
      return { playable: own, chosen, toggles: true, onChoose: press };
    }
    return {};
  }

  return { discard, forHand };
}

// The site reads a game's face on the server too; what moves is drawn in the browser.
'use client';

import { useRef, useState } from 'react';
import type { BoardProps, Seat } from '@trellis/games/kit';
import type { Action, Bid, Card, NamedContract, View } from '@trellis/games/preferans/rules';
import { SuitShapes } from './cards/suit-sign';
import { Hand } from './hand/Hand';
import { sortHand } from './hand/sort-hand';
import { useHandChoice } from './hand/use-hand-choice';
import { useKeys, type Command } from './keys';
import { messages } from './messages/messages';
import { bidName } from './messages/names';
import { Answers } from './panels/Answers';
import { AuctionPanel } from './panels/AuctionPanel';
import { ContractPanel } from './panels/ContractPanel';
import { costlyBid } from './panels/ladder-rows';
import { useDialogs } from './panels/use-dialogs';
import { WhistPanel } from './panels/WhistPanel';
import { ScoreSheet } from './sheet/ScoreSheet';
import { handInWords, situationInWords } from './speech';
import { useBoardSettings } from './settings';
import { Centre } from './table/Centre';
import { othersOf, placesOf } from './table/places';
import { SeatPlace } from './table/SeatPlace';
import { freshTalon, trumpIn } from './table/standing';
import { StandingLine } from './table/StandingLine';
import { TableProvider, type TableAtHand } from './table/table-context';
import { Tools, type Opened } from './table/Tools';
import { useSounds } from './use-sounds';
import { useSpeech } from './use-speech';
import styles from './board.module.css';

interface ChosenContract {
  readonly deal: number;
  readonly contract: NamedContract;
}

/** A costly bid that waits to be said once more: at this point of this auction, and at no later one. */
interface AskedBid {
  readonly deal: number;
  readonly calls: number;
  readonly bid: Bid;
}

const nothingToName: readonly NamedContract[] = [];

export function PreferansBoard(props: BoardProps<View, Action>) {
  const { view, viewer, players, lang, legal, onAct, replay } = props;
  const { deal, phase, conventions } = view;
  const say = messages[lang];
  const settings = useBoardSettings();
  const names = players.map(({ name }) => name);
  const board = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const dialogs = useDialogs(opened !== undefined);
  const [askedBid, setAskedBid] = useState<AskedBid>();
  const [chosen, setChosen] = useState<ChosenContract>();
  const listener = { lang, names, viewer };
  const { sentence, speak } = useSpeech(view, listener);
  useSounds(view, props.onSound);
  const choice = useHandChoice(props, settings, speak);

  const trump = trumpIn(deal);
  const arranged = (cards: readonly Card[]) =>
    settings.sortedHand ? sortHand(cards, settings.trumpsFirst ? trump : undefined) : cards;
  const bottom: Seat = viewer === 'spectator' ? 0 : viewer;
  const mine = deal?.hands[bottom];
  const others = othersOf(viewer, conventions.players);
  const openSeats = others.filter((seat) => (deal?.hands[seat]?.length ?? 0) > 0);
  const myContract = phase === 'contract' && deal?.won?.declarer === viewer && !replay;
  const laidAside = replay ? (deal?.discard ?? []) : [];
  const command = (wanted: Command) => {
    if (wanted === 'situation') speak(situationInWords(view, listener));
    else if (wanted === 'my-hand') speak(handInWords(mine && arranged(mine), lang));
    else setOpened(wanted);
  };
  const askTwice = (bid: Bid | undefined) =>
    setAskedBid(bid && { deal: deal!.no, calls: deal!.auction.length, bid });
  const asked =
    askedBid?.deal === deal?.no && askedBid?.calls === deal?.auction.length
      ? askedBid?.bid
      : undefined;
  const contracts = (myContract && deal.contracts) || nothingToName;
  const chooseContract = (contract: NamedContract | undefined) =>
    setChosen(contract && { deal: deal!.no, contract });
  useKeys(board, settings.letterKeys && !props.busy, legal, contracts, (wish) => {
    if (wish.kind === 'command') return command(wish.command);
    if (wish.kind === 'contract') {
      chooseContract(wish.contract);
      return speak(
        say.spoken.contractChosen(bidName(lang, wish.contract), 2 - choice.discard.length),
      );
    }
    const costly = costlyBid(wish.action, legal);
    if (costly) askTwice(costly);
    else onAct(wish.action);
  });

  const table: TableAtHand = {
    ...props,
    say,
    names,
    settings,
    places: placesOf(viewer, conventions.players),
  };

  return (
    <TableProvider value={table}>
      <div className={styles.frame}>
        <SuitShapes />
        <div
          ref={board}
          className={styles.board}
          role="region"
          aria-label={say.board}
          data-four-colours={settings.fourColours || undefined}
          data-large-indices={settings.largeIndices || undefined}
        >
          <header className={styles.bar}>
            <StandingLine />
            <Tools onOpen={setOpened} />
          </header>
          <div className={styles.table}>
            <div className={styles.others} data-count={others.length}>
              {others.map((seat) => (
                <SeatPlace key={seat} seat={seat} />
              ))}
            </div>
            {(openSeats.length > 0 || laidAside.length > 0) && (
              <div className={styles.opened}>
                {openSeats.map((seat) => (
                  <div key={seat} className={styles.openHand}>
                    <span className={styles.owner} aria-hidden="true">
                      {names[seat]}
                    </span>
                    <Hand
                      cards={sortHand(deal!.hands[seat]!)}
                      label={say.handOf(names[seat] ?? '')}
                      kind="open"
                      {...choice.forHand(seat)}
                    />
                  </div>
                ))}
                {laidAside.length > 0 && (
                  <div className={styles.openHand}>
                    <span className={styles.owner} aria-hidden="true">
                      {say.discard}
                    </span>
                    <Hand cards={laidAside} label={say.discard} kind="open" />
                  </div>
                )}
              </div>
            )}
            <Centre onLastDeal={() => setOpened('last-deal')}>
              <Answers />
              {phase === 'auction' && <AuctionPanel asked={asked} onAsk={askTwice} />}
              {myContract && (
                <ContractPanel
                  key={deal.no}
                  discard={choice.discard}
                  chosen={chosen?.deal === deal.no ? chosen.contract : undefined}
                  onChoose={chooseContract}
                />
              )}
              {(phase === 'whist' || phase === 'choose') && <WhistPanel />}
            </Centre>
            <SeatPlace seat={bottom} />
            {mine && mine.length > 0 && (
              <Hand
                key={deal.no}
                cards={arranged(mine)}
                label={viewer === bottom ? say.hand : say.handOf(names[bottom] ?? '')}
                kind="own"
                fresh={freshTalon(deal, viewer)}
                dealt={deal.auction.length === 0 && !replay}
                {...choice.forHand(bottom)}
              />
            )}
          </div>
          <aside
            className={styles.sheet}
            data-over={phase === 'over' || undefined}
            aria-label={say.sheet}
          >
            <ScoreSheet />
          </aside>
          <p role="status" className={styles.spoken}>
            {sentence}
          </p>
        </div>
        {opened && dialogs && <dialogs.OpenedDialog what={opened} onOpen={setOpened} />}
      </div>
    </TableProvider>
  );
}

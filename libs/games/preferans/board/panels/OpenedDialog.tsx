import { useState } from 'react';
import { ScoreSheet } from '../sheet/ScoreSheet';
import type { Opened } from '../table/Tools';
import { useTableAtHand } from '../table/table-context';
import { Dialog } from './Dialog';
import { HelpDialog } from './HelpDialog';
import { LastDealDialog } from './LastDealDialog';
import { LastTrickDialog } from './LastTrickDialog';
import { OfferDialog } from './OfferDialog';
import { SettingsDialog } from './SettingsDialog';
import { TableDialog } from './TableDialog';

export { WhyDialog } from '../sheet/WhyDialog';

interface Props {
  readonly what: Opened;
  readonly onOpen: (what: Opened | undefined) => void;
}

/** The one dialog that is open. */
export function OpenedDialog({ what, onOpen }: Props) {
  const { view, say } = useTableAtHand();
  const [offering, setOffering] = useState(false);
  const close = () => onOpen(undefined);
  switch (what) {
    case 'sheet':
      return (
        <Dialog title={say.sheet} onClose={close}>
          <ScoreSheet />
        </Dialog>
      );
    case 'last-trick':
      return <LastTrickDialog onClose={close} />;
    case 'last-deal':
      return view.last ? <LastDealDialog onClose={close} /> : null;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'table':
      return offering && view.deal?.play ? (
        <OfferDialog onClose={close} />
      ) : (
        <TableDialog onOffer={() => setOffering(true)} onClose={close} />
      );
  }
}

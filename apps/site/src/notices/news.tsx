'use client';

import { useEffect, useState, type ComponentType } from 'react';
import { pageSocket } from '../live/page-socket';

/** Listens to what the club tells a member. What shows it is fetched when there is something to show. */
export function News({ onNews }: { onNews: () => void }) {
  const [Live, setLive] = useState<ComponentType>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    // Without a network there is nothing to be told either.
    pageSocket().then(
      (socket) =>
        (stop = socket.on('notice:told', (told) => {
          const looks = !document.hidden;
          // A page that is looked at takes it, also when it shows already what the notice is about.
          if (looks) void socket.ask('notice:seen', { id: told.id });
          if (!looks || told.notice.path !== location.pathname)
            void import('./live-notices').then((live) => {
              setLive(() => live.LiveNotices);
              return live.takeNotice(told, looks, onNews);
            }, onNews);
        })),
      () => undefined,
    );
    return () => stop?.();
  }, [onNews]);
  return Live && <Live />;
}

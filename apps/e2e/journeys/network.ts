import type { WebSocketRoute } from '@playwright/test';
import type { Person } from './club';

/**
 * A browser's network that can be taken away. Chromium's "offline" lets open WebSockets live on, so those are cut too;
 * new ones fail by themselves.
 */
export async function cuttable({ page }: Person) {
  const context = page.context();
  const wires: WebSocketRoute[] = [];
  await context.routeWebSocket(/\/socket\.io\//, (wire) => {
    wire.connectToServer();
    wires.push(wire);
  });
  return {
    cut: async () => {
      await context.setOffline(true);
      for (const wire of wires.splice(0)) await wire.close();
    },
    mend: () => context.setOffline(false),
  };
}

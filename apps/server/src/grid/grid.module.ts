import { Module } from '@nestjs/common';
import { Bus } from '@trellis/facade';
import { PaintResults, WorldNews } from '@trellis/grid';
import { Chance, Clock } from '@trellis/tables';
import { Log } from '../http/log.js';
import { Grid } from './grid.js';

/** The world without turns. */
@Module({
  providers: [
    {
      provide: Grid,
      useFactory: (
        news: WorldNews,
        results: PaintResults,
        bus: Bus,
        clock: Clock,
        chance: Chance,
        log: Log,
      ) =>
        new Grid({
          news,
          now: () => clock.now(),
          random: () => chance.random(),
          newId: () => chance.id(),
          finished: (round) =>
            void results.save(round).then(
              () => bus.publish({ kind: 'paint-finished', round }),
              (error: unknown) => log.error({ error }, 'A round of painting was not kept'),
            ),
        }),
      inject: [WorldNews, PaintResults, Bus, Clock, Chance, Log],
    },
  ],
  exports: [Grid],
})
export class GridModule {}

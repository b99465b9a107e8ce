import { Clock } from '@trellis/tables';

/** Time stands still: nobody is late, no computer player moves, and two runs show the same clocks. */
export class FrozenClock extends Clock {
  now(): number {
    return 1_700_000_000_000;
  }

  at(): () => void {
    return () => undefined;
  }
}

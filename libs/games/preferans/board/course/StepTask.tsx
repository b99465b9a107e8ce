import type { Lang } from '@trellis/games/kit';
import { BoardTask } from './BoardTask';
import { CardTask } from './CardTask';
import type { Step } from './lesson';
import { PlayTask } from './PlayTask';
import { SumTask } from './SumTask';
import { TrickTask } from './TrickTask';

export interface TaskProps<Kind extends Step['kind'] = Step['kind']> {
  readonly step: Extract<Step, { readonly kind: Kind }>;
  readonly lang: Lang;
  /** Nothing more is to be chosen. */
  readonly solved: boolean;
  /** Undefined when it was right, otherwise why not. */
  readonly onAnswer: (fault: string | undefined) => void;
}

/** What is to be done in a step. */
export function StepTask({ step, ...rest }: TaskProps) {
  switch (step.kind) {
    case 'trick':
      return <TrickTask step={step} {...rest} />;
    case 'card':
      return <CardTask step={step} {...rest} />;
    case 'decision':
    case 'contract':
      return <BoardTask step={step} {...rest} />;
    case 'play':
      return <PlayTask step={step} {...rest} />;
    case 'sum':
      return <SumTask step={step} {...rest} />;
  }
}

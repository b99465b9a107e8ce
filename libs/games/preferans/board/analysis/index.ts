import type { AnalysisFace } from '@trellis/games/kit';
import type { DealFinding } from '@trellis/games/preferans/analysis';
import { AnalysisPanel } from './AnalysisPanel';
import { marksOf } from './marks';

export const analysis: AnalysisFace<DealFinding> = { marks: marksOf, Panel: AnalysisPanel };

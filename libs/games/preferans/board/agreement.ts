import type { AgreementFace } from '@trellis/games/kit';
import { agreementIn, conventionSchema, type FoldedView } from '@trellis/games/preferans/rules';

export const agreement: AgreementFace = {
  conventions: conventionSchema,
  agreedIn: (view: FoldedView) => agreementIn(view.agreed),
};

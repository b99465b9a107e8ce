import { agreedConventions, type AgreementFace, type Conventions } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';
import { useEffect, useMemo, useState } from 'react';
import { faceOf } from '../../games';

/** What a table agreed on, and the schema that says what it means. */
export interface Agreed {
  readonly schema: AgreementFace['conventions'];
  readonly values: Conventions;
}

/** Everything a table agreed on; undefined while it is still being chosen, or the words for it are on their way. */
export function useAgreed(view: TableView): Agreed | undefined {
  const face = useAgreementFace(view.game);
  const { agreed, board } = view;
  const told = agreed ?? (board === undefined ? undefined : face?.agreedIn?.(board));
  // Each view tells it anew; it never changes.
  const text = told && JSON.stringify(told);
  return useMemo(() => {
    if (!face || text === undefined) return undefined;
    const schema = face.conventions;
    return { schema, values: agreedConventions(schema, JSON.parse(text)) };
  }, [face, text]);
}

/** The part of a game's rules that a table's agreement needs, once it is fetched. */
export function useAgreementFace(game: string): AgreementFace | undefined {
  const [fetched, setFetched] = useState<{ game: string; face: AgreementFace | undefined }>();
  useEffect(() => {
    let wanted = true;
    void fetchAgreement(game).then((face) => {
      if (wanted) setFetched({ game, face });
    });
    return () => {
      wanted = false;
    };
  }, [game]);
  return fetched?.game === game ? fetched.face : undefined;
}

async function fetchAgreement(game: string): Promise<AgreementFace | undefined> {
  const own = faceOf(game)?.agreement;
  if (own) return own();
  return (await import('@trellis/games/catalog/games')).gameNamed(game);
}

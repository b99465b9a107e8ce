// Looks back at one game, away from the page. What it found it keeps in this browser.
import { analystOf } from '@trellis/games/catalog/analysts';
import { KeptFindings } from './kept-findings';
import type { Order, Told } from './orders';

// The page hears of an error, not of a promise that failed.
addEventListener('message', ({ data }: MessageEvent<Order>) => void look(data).catch(reportError));

async function look({ game, moments }: Order): Promise<void> {
  const analyst = analystOf(game);
  if (!analyst) throw new Error(`Nobody looks back at ${game}.`);
  const parts = analyst.parts(moments);
  const kept = await KeptFindings.of([game, analyst.version], moments);
  const findings = [...kept.findings];
  for (const [at, part] of parts.entries()) {
    if (at >= findings.length) {
      findings.push(analyst.judge(moments, part));
      await kept.keep(findings);
    }
    tell({ kind: 'found', finding: findings[at], parts: parts.length });
  }
  tell({ kind: 'done' });
}

const tell = (told: Told) => postMessage(told);

import { ask } from '@trellis/games/preferans/rules';
import { solveAsk } from '@trellis/games/preferans/solver';

/** A line of questions never spoils the next: what is not JSON, or breaks us, is answered as an error too. */
export function answerLine(line: string): object {
  if (line.trim() === '') {
    const message = 'The line is empty: a question is one JSON object.';
    return { error: { code: 'bad-json', message } };
  }
  let question: unknown;
  try {
    question = JSON.parse(line);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not JSON';
    return { error: { code: 'bad-json', message: `The line is not JSON: ${why}` } };
  }
  try {
    return isForSolver(question) ? solveAsk(question) : ask(question);
  } catch (error) {
    console.error(error);
    return {
      error: { code: 'internal', message: 'The engine failed on this line; it is our mistake.' },
    };
  }
}

/** The rules know nothing of the solver, so what is for it turns off here. */
const isForSolver = (question: unknown): question is Record<string, unknown> =>
  typeof question === 'object' &&
  question !== null &&
  'ask' in question &&
  question.ask === 'solve';

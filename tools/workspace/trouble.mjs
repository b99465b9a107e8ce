/** A step that failed: a sentence for the terminal and what the program said. No stack trace helps here. */
export class Trouble extends Error {
  constructor(sentence, output = '') {
    super(sentence);
    this.name = 'Trouble';
    this.output = output.trimEnd();
  }
}

/** Runs the body of a command; says what went wrong and sets the exit code. */
export async function reportTrouble(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.output) console.error(error.output);
    console.error(error.message);
    process.exitCode = 1;
  }
}

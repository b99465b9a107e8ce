/** Whoever waits in a test for something to become true, and is woken whenever it may have. */
export class Waiting {
  private readonly looks = new Set<() => void>();

  /** Something was heard. */
  wake(): void {
    for (const look of [...this.looks]) look();
  }

  /** Rejects after twenty seconds; `soFar` says what happened instead. */
  async until(holds: () => boolean, soFar: () => string): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const give = () => {
        this.looks.delete(look);
        reject(new Error(`It did not happen. ${soFar()}`));
      };
      const timer = setTimeout(give, 20_000);
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.looks.delete(look);
        resolve();
      };
      this.looks.add(look);
    });
  }
}

/** Round numbers that hold all ratings between them. */
export function axisOf(
  lowest: number,
  highest: number,
): { lines: number[]; low: number; high: number } {
  const step = [20, 50, 100, 200, 500].find((each) => (highest - lowest) / each <= 4) ?? 1000;
  const low = Math.floor(lowest / step) * step;
  const high = Math.max(Math.ceil(highest / step) * step, low + step);
  const lines = Array.from({ length: (high - low) / step + 1 }, (_, index) => low + index * step);
  return { lines, low, high };
}

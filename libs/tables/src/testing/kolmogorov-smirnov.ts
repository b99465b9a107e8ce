/**
 * How likely it is that two samples of one and the same distribution lie at least so far apart (two-sided Kolmogorov-Smirnov
 * test, Smirnov's limit with Stephens' correction; good from some twenty values each).
 */
export function likelihoodOfSameOrigin(
  first: readonly number[],
  second: readonly number[],
): number {
  const [a, b] = [first, second].map((values) => [...values].sort((x, y) => x - y)) as [
    number[],
    number[],
  ];
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const lambda = (size + 0.12 + 0.11 / size) * distance(a, b);
  let sum = 0;
  for (let k = 1; k <= 100; k++)
    sum += 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  // The series says nothing about samples that all but coincide.
  return lambda < 0.2 ? 1 : Math.min(1, Math.max(0, sum));
}

/** The greatest distance of the two distribution functions; both samples are sorted. */
function distance(a: readonly number[], b: readonly number[]): number {
  let [i, j, greatest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= at) i++;
    while (j < b.length && b[j]! <= at) j++;
    greatest = Math.max(greatest, Math.abs(i / a.length - j / b.length));
  }
  return greatest;
}

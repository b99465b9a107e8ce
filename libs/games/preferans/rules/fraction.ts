/** Exact results are fractions; people see them in lowest terms: "16/3", "-5", "0". */
export interface Fraction {
  readonly over: bigint;
  /** Always positive. */
  readonly under: bigint;
}

export function fraction(over: bigint | number, under: bigint | number = 1n): Fraction {
  const [a, b] = [BigInt(over), BigInt(under)];
  const divisor = greatestCommonDivisor(a < 0n ? -a : a, b);
  return { over: a / divisor, under: b / divisor };
}

export const zero = fraction(0);

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under);

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { ...b, over: -b.over });

export const dividedBy = (a: Fraction, by: number): Fraction =>
  fraction(a.over, a.under * BigInt(by));

/** Below, equal to or above zero: a negative number, 0 or a positive one. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = minus(a, b).over;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest whole number that is not above. */
export function floor({ over, under }: Fraction): bigint {
  return over >= 0n ? over / under : -((-over + under - 1n) / under);
}

export const textOf = ({ over, under }: Fraction): string =>
  under === 1n ? `${over}` : `${over}/${under}`;

/** Reads "16/3", "-5", "0"; undefined for anything else. */
export function fractionFromText(text: string): Fraction | undefined {
  const [, over, under = '1'] = /^(-?\d{1,15})(?:\/([1-9]\d{0,8}))?$/.exec(text) ?? [];
  return over === undefined ? undefined : fraction(BigInt(over), BigInt(under));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

const day = 86_400_000;

/**
 * The quarter of a moment (ms since 1970), in the club's time, which is UTC: `2026-4`. Reckoned by hand, since this library
 * knows no `Date`; days from the first of March, after which all months but the last have their length.
 */
export function seasonOf(at: number): string {
  const days = Math.floor(at / day) + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${Math.ceil(month / 3)}`;
}

/** The newest first. */
export function inSeasonOrder(one: string, other: string): number {
  const [year = 0, quarter = 0] = one.split('-').map(Number);
  const [otherYear = 0, otherQuarter = 0] = other.split('-').map(Number);
  return otherYear - year || otherQuarter - quarter;
}

import type { ConventionField, ConventionValue, Lang } from '@trellis/games/kit';
import { sameValue } from '@trellis/games/kit';

/** A value in the reader's language; `yesNo` are the words for on and off. */
export function valueWords(
  field: ConventionField,
  value: ConventionValue | undefined,
  lang: Lang,
  yesNo: { readonly yes: string; readonly no: string },
): string {
  if (value === undefined) return '—';
  switch (field.type) {
    case 'boolean':
      return value ? yesNo.yes : yesNo.no;
    case 'integer': {
      if (isDuration(field.id)) return duration(Number(value));
      return field.unit ? `${String(value)} ${field.unit[lang]}` : String(value);
    }
    case 'choice':
    case 'integers': {
      const usual = field.choices.find((choice) => sameValue(choice.value, value));
      return usual?.label[lang] ?? (Array.isArray(value) ? value.join(', ') : String(value));
    }
  }
}

/** The common conventions name their times so. */
export function isDuration(id: string): boolean {
  return id === 'moveTimeSec' || id === 'timeBankSec';
}

export function duration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The pace of a table: `1:00`, or `1:00 + 10:00` with a bank. */
export function pace(values: Readonly<Record<string, ConventionValue>>): string {
  const move = duration(Number(values['moveTimeSec'] ?? 0));
  const bank = Number(values['timeBankSec'] ?? 0);
  return bank > 0 ? `${move} + ${duration(bank)}` : move;
}

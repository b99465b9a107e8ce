import type {
  Conventions,
  ConventionField,
  ConventionSchema,
  ConventionValue,
} from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import type { Language } from '../i18n/languages';
import styles from './convention-list.module.css';

/** What a table agreed on, by the groups of the schema. */
export function ConventionList({
  schema,
  values,
}: {
  schema: ConventionSchema;
  values: Conventions;
}) {
  const t = useTranslations('game');
  const language = useLocale();
  const yesNo = { true: t('yes'), false: t('no') };
  return (
    <dl className={styles.list}>
      {schema.fields.map((field) => (
        <div key={field.id}>
          <dt>{field.label[language]}</dt>
          <dd>{valueWords(field, values[field.id] ?? field.default, language, yesNo)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function valueWords(
  field: ConventionField,
  value: ConventionValue,
  language: Language,
  yesNo: Readonly<Record<'true' | 'false', string>>,
): string {
  if (field.type === 'boolean') return yesNo[value ? 'true' : 'false'];
  if (field.type === 'integer')
    return field.unit ? `${String(value)} ${field.unit[language]}` : String(value);
  const same = JSON.stringify(value);
  const choice = field.choices.find((each) => JSON.stringify(each.value) === same);
  return choice?.label[language] ?? String(value);
}

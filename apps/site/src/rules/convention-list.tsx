import type { Conventions, ConventionSchema } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { valueWords } from '../live/conventions/value-words';
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
  const yesNo = { yes: t('yes'), no: t('no') };
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

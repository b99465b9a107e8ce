import { presetConventions, type ConventionSchema } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { valueWords } from '../live/conventions/value-words';
import styles from './convention-book.module.css';

/** Everything a table may agree on: what each convention means, and what each preset says of it. */
export function ConventionBook({ schema }: { schema: ConventionSchema }) {
  const t = useTranslations('rules');
  const language = useLocale();
  const yesNo = { yes: t('yes'), no: t('no') };
  const presets = schema.presets.map((preset) => ({
    ...preset,
    values: presetConventions(schema, preset.id),
  }));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('conventions')}>
      <table className={styles.book}>
        <thead>
          <tr>
            <th scope="col">{t('convention')}</th>
            {presets.map(({ id, label }) => (
              <th key={id} scope="col">
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        {schema.groups.map((group) => (
          <tbody key={group.id}>
            <tr>
              <th className={styles.group} colSpan={presets.length + 1} scope="rowgroup">
                {group.label[language]}
              </th>
            </tr>
            {schema.fields
              .filter((field) => field.group === group.id)
              .map((field) => (
                <tr key={field.id}>
                  <th scope="row">
                    {field.label[language]}
                    <span className={styles.help}>{field.help[language]}</span>
                  </th>
                  {presets.map(({ id, values }) => (
                    <td key={id}>
                      {valueWords(field, values[field.id] ?? field.default, language, yesNo)}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

import { presetConventions, type ConventionField, type ConventionSchema } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import type { Language } from '../i18n/languages';
import { duration, isDuration, valueWords } from '../live/conventions/value-words';
import { conventionAnchor } from './book-anchors';
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
    <div
      id="conventions"
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={t('conventions')}
    >
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
                  <th scope="row" id={conventionAnchor(field.id)}>
                    <a href={`#${conventionAnchor(field.id)}`}>{field.label[language]}</a>{' '}
                    <code>{field.id}</code>
                    <span className={styles.help}>{field.help[language]}</span>
                    <span className={styles.help}>
                      {t('values')} {allValues(field, language, yesNo).join(' · ')}
                    </span>
                  </th>
                  {presets.map(({ id, label, values }) => (
                    <td key={id} data-preset={label[language]}>
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

/** Everything that may be chosen, in words. */
function allValues(
  field: ConventionField,
  language: Language,
  yesNo: { readonly yes: string; readonly no: string },
): readonly string[] {
  switch (field.type) {
    case 'boolean':
      return [yesNo.yes, yesNo.no];
    case 'integer': {
      const shown = isDuration(field.id) ? duration : String;
      return [
        `${shown(field.min)} … ${shown(field.max)} ${isDuration(field.id) ? '' : (field.unit?.[language] ?? '')}`.trim(),
      ];
    }
    case 'choice':
      return field.choices.map(({ label }) => label[language]);
    case 'integers':
      return [...field.choices.map(({ label }) => label[language]), `${field.min} … ${field.max}`];
  }
}

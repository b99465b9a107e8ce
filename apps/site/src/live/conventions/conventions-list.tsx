'use client';

import type { Lang } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { differing, explained } from './chosen-conventions';
import type { Agreed } from './use-agreed';
import { valueWords } from './value-words';
import styles from './conventions-list.module.css';

/** Everything a table agreed on, readable before sitting; what differs from the preset is marked. */
export function ConventionsList({ game, schema, values }: Agreed & { readonly game: string }) {
  const t = useTranslations('conventions');
  const lang = useLocale() as Lang;
  const chosen = explained(schema, values);
  const different = new Set(differing(schema, chosen).map(({ id }) => id));
  const preset = schema.presets.find(({ id }) => id === chosen.preset);
  const yesNo = { yes: t('yes'), no: t('no') };
  return (
    <div className={styles.conventions}>
      <p className={styles.preset}>
        <strong>{preset?.label[lang]}</strong>{' '}
        {different.size > 0 && (
          <span className={styles.mark}>{t('differences', { count: different.size })}</span>
        )}
      </p>
      {schema.groups.map((group) => {
        const fields = schema.fields.filter((field) => field.group === group.id);
        if (fields.length === 0) return null;
        return (
          <section key={group.id}>
            {schema.groups.length > 1 && <h4 className={styles.group}>{group.label[lang]}</h4>}
            <dl className={styles.list}>
              {fields.map((field) => (
                <div key={field.id} className={styles.line} title={field.help[lang]}>
                  <dt>
                    <a href={`/rules/${game}#convention-${field.id}`} target="_blank">
                      {field.label[lang]}
                    </a>
                  </dt>
                  <dd data-different={different.has(field.id)}>
                    {valueWords(field, values[field.id], lang, yesNo)}
                    {different.has(field.id) && (
                      <span className={styles.mark}> {t('differs')}</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

'use client';

import type { ConventionSchema, Lang } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { No } from '../club-socket';
import { minutesAndSeconds } from '../countdown';
import controls from '../parts/controls.module.css';
import { ModalDialog } from '../parts/modal-dialog';
import { RefusalNote } from '../parts/refusal-note';
import type { TableRequests } from '../table/use-table';
import { useSecondsUntil } from '../use-countdown';
import {
  differences,
  differing,
  fromPreset,
  remember,
  remembered,
  type Chosen,
} from './chosen-conventions';
import { ConventionFieldInput } from './convention-field-input';
import { useAgreementFace } from './use-agreed';
import styles from './convention-dialog.module.css';

interface Props {
  readonly view: TableView;
  /** When `view` arrived (ms). */
  readonly at: number;
  readonly requests: TableRequests;
  readonly busy: boolean;
  readonly refused: No | undefined;
}

/** Only for the player who set the table: what is agreed here, while the two minutes run down. */
export function ConventionDialog(props: Props) {
  const schema = useAgreementFace(props.view.game)?.conventions;
  return schema ? <Chooser {...props} schema={schema} /> : null;
}

function Chooser({
  view,
  at,
  requests,
  busy,
  refused,
  schema,
}: Props & { schema: ConventionSchema }) {
  const t = useTranslations('conventions');
  const lang = useLocale() as Lang;
  const seconds = useSecondsUntil(at + (view.choosing ?? 0));
  const [last] = useState(() => remembered(view.game, schema, localStorage));
  const [chosen, setChosen] = useState<Chosen>(last ?? fromPreset(schema));
  const different = new Set(differing(schema, chosen).map(({ id }) => id));
  const [conflict] = schema.conflicts?.(chosen.values) ?? [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    remember(view.game, schema, chosen, localStorage);
    void requests.choose(chosen.preset, differences(schema, chosen));
  };

  return (
    <ModalDialog title={t('title')} onClose={() => void requests.cancel()}>
      <form onSubmit={submit} className={styles.form}>
        <p className={styles.countdown}>
          {t('timeLeft')}{' '}
          <strong role="timer" data-low={seconds !== undefined && seconds < 15}>
            {minutesAndSeconds((seconds ?? 0) * 1000)}
          </strong>
        </p>
        <fieldset className={styles.presets}>
          <legend>{t('preset')}</legend>
          {schema.presets.map(({ id, label }) => (
            <label key={id} className={styles.preset}>
              <input
                type="radio"
                name="preset"
                checked={chosen.preset === id}
                onChange={() => setChosen(fromPreset(schema, id))}
              />
              {label[lang]}
            </label>
          ))}
        </fieldset>
        <p className={styles.summary}>
          {t('differences', { count: different.size })}{' '}
          {different.size > 0 && (
            <button
              type="button"
              className={controls.quiet}
              onClick={() => setChosen(fromPreset(schema, chosen.preset))}
            >
              {t('asPreset')}
            </button>
          )}
        </p>
        <a href={`/rules/${view.game}#conventions`} target="_blank">
          {t('explained')}
        </a>
        {schema.groups.map((group) => (
          <fieldset key={group.id} className={styles.group}>
            <legend>{group.label[lang]}</legend>
            {schema.fields
              .filter((field) => field.group === group.id)
              .map((field) => (
                <ConventionFieldInput
                  key={field.id}
                  field={field}
                  value={chosen.values[field.id] ?? field.default}
                  different={different.has(field.id)}
                  onChange={(value) =>
                    setChosen({ ...chosen, values: { ...chosen.values, [field.id]: value } })
                  }
                />
              ))}
          </fieldset>
        ))}
        {conflict && (
          <p className={`${controls.note} ${controls.bad}`} role="alert">
            {conflict.message[lang]}
          </p>
        )}
        <RefusalNote no={refused} />
        <div className={styles.actions}>
          <button
            type="button"
            className={controls.quiet}
            disabled={busy}
            onClick={() => void requests.cancel()}
          >
            {t('cancel')}
          </button>
          <button type="submit" className="button" disabled={busy || !!conflict}>
            {t('choose')}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}

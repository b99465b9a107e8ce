'use client';

import type { ConventionField, ConventionValue, Lang } from '@trellis/games/kit';
import { sameValue } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { duration } from './value-words';
import styles from './convention-dialog.module.css';

interface Props {
  readonly field: ConventionField;
  readonly value: ConventionValue;
  readonly different: boolean;
  readonly onChange: (value: ConventionValue) => void;
}

/** One agreement: what it is called, what it means, what is chosen. */
export function ConventionFieldInput({ field, value, different, onChange }: Props) {
  const lang = useLocale() as Lang;
  const t = useTranslations('conventions');
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div className={styles.field} data-different={different}>
      <div className={styles.words}>
        <label htmlFor={id}>{field.label[lang]}</label>
        {different && <span className={styles.mark}>{t('differs')}</span>}
        <p id={helpId} className={styles.help}>
          {field.help[lang]}
        </p>
      </div>
      <Input id={id} helpId={helpId} field={field} value={value} onChange={onChange} />
    </div>
  );
}

interface InputProps extends Omit<Props, 'different'> {
  readonly id: string;
  readonly helpId: string;
}

function Input(props: InputProps) {
  const { field } = props;
  switch (field.type) {
    case 'boolean':
      return <Switch {...props} />;
    case 'integer':
      return <WholeNumber {...props} field={field} />;
    case 'choice':
    case 'integers':
      return <Choices {...props} choices={field.choices} />;
  }
}

function Switch({ id, helpId, value, onChange }: InputProps) {
  return (
    <input
      id={id}
      type="checkbox"
      className={styles.switch}
      aria-describedby={helpId}
      checked={value === true}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}

function WholeNumber({
  id,
  helpId,
  field,
  value,
  onChange,
}: InputProps & { field: Extract<ConventionField, { type: 'integer' }> }) {
  const lang = useLocale() as Lang;
  const t = useTranslations('conventions');
  const [typed, setTyped] = useState<string>();
  const isTime = field.id.endsWith('Sec');
  const settle = () => {
    const number = Math.round(Number(typed));
    if (typed !== undefined && typed.trim() !== '' && Number.isFinite(number)) {
      onChange(Math.min(field.max, Math.max(field.min, number)));
    }
    setTyped(undefined);
  };
  return (
    <span className={styles.number}>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        className={`input ${styles.input}`}
        aria-describedby={`${helpId} ${id}-range`}
        min={field.min}
        max={field.max}
        value={typed ?? String(value)}
        onChange={(event) => {
          const number = Number(event.target.value);
          const fits = Number.isInteger(number) && number >= field.min && number <= field.max;
          setTyped(event.target.value);
          if (fits && event.target.value !== '') onChange(number);
        }}
        onBlur={settle}
      />{' '}
      {field.unit?.[lang]}
      <span id={`${id}-range`} className={styles.range}>
        {isTime ? duration(Number(value)) : t('range', { min: field.min, max: field.max })}
      </span>
    </span>
  );
}

function Choices({
  id,
  helpId,
  value,
  onChange,
  choices,
}: InputProps & {
  choices: readonly { value: ConventionValue; label: Record<Lang, string> }[];
}) {
  const lang = useLocale() as Lang;
  const chosen = choices.findIndex((choice) => sameValue(choice.value, value));
  return (
    <select
      id={id}
      className={`input ${styles.input}`}
      aria-describedby={helpId}
      value={chosen}
      onChange={(event) => {
        const choice = choices[Number(event.target.value)];
        if (choice) onChange(choice.value);
      }}
    >
      {chosen < 0 && <option value={-1}>{String(value)}</option>}
      {choices.map((choice, i) => (
        <option key={i} value={i}>
          {choice.label[lang]}
        </option>
      ))}
    </select>
  );
}

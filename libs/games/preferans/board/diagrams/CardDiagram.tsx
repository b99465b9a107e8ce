import type { Lang } from '@trellis/games/kit';
import { CardFace } from '../cards/card-face';
import { cardName } from '../messages/names';
import { parseDiagram } from './parse-diagram';
import styles from './card-diagram.module.css';

const markedWord: Readonly<Record<Lang, string>> = {
  en: 'marked',
  ru: 'отмечена',
  es: 'marcada',
};

/** Cards in the text of a rule book, drawn with the faces of the table; `source` is the block as the book writes it. */
export function CardDiagram({ source, lang }: { readonly source: string; readonly lang: Lang }) {
  const { rows, caption } = parseDiagram(source);
  const isTrick = rows.every(({ cards }) => cards.length === 1);
  return (
    <figure className={styles.diagram}>
      <div className={styles.rows} data-single={isTrick || undefined}>
        {rows.map(({ label, cards }) => (
          <div key={label} className={styles.row}>
            <span className={styles.label} aria-hidden="true">
              {label}
            </span>
            <ul className={styles.cards} aria-label={label}>
              {cards.map(({ card, marked }) => (
                <li key={card} data-marked={marked || undefined}>
                  <span className={styles.name}>
                    {cardName(lang, card)}
                    {marked && `, ${markedWord[lang]}`}
                  </span>
                  <CardFace card={card} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

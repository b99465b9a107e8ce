'use client';

import type { HallPage } from '@trellis/facade';

/** The hall as it was when the page was made; the live one takes over in the browser. */
export function HallScreen({ hall }: { hall: HallPage }) {
  return (
    <ul>
      {hall.slots.map((table, index) => (
        <li key={index}>
          {table ? <a href={`/tables/${table.id}`}>№ {table.number}</a> : `№ ${index + 1}`}
        </li>
      ))}
    </ul>
  );
}

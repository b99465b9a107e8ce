import { NextIntlClientProvider, type Messages } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/**
 * Gives the named parts of the catalogue to the client components inside: what a page does not name
 * is not sent to the browser. Nested ones replace, so name all that the inner components use.
 */
export async function ClientMessages({
  of,
  children,
}: {
  of: readonly (keyof Messages)[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const messages = Object.fromEntries(of.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}

import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { languageOf } from './languages';
import { loadMessages } from './load-messages';

/** The server in front has chosen the language (query, cookie, browser) and says it in a header. */
export default getRequestConfig(async () => {
  const locale = languageOf((await headers()).get('x-club-language'));
  return { locale, messages: await loadMessages(locale), timeZone: 'UTC' };
});

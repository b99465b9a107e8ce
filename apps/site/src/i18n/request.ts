import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { compiledMessages } from './compiled-messages';
import { languageOf } from './languages';

/** The server in front has chosen the language (query, cookie, browser) and says it in a header. */
export default getRequestConfig(async () => {
  const locale = languageOf((await headers()).get('x-club-language'));
  return { locale, messages: await compiledMessages(locale), timeZone: 'UTC' };
});

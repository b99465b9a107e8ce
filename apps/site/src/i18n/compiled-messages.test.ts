import format from 'icu-minify/format';
import { expect, test } from 'vitest';
import { compiledMessages } from './compiled-messages';
import { languages } from './languages';

test.each(languages)('every message of %s can be read, and sent to a browser', async (language) => {
  const compiled = await compiledMessages(language);
  // React sends plain objects alone; strictly equal are only those.
  expect(compiled).toStrictEqual(JSON.parse(JSON.stringify(compiled)));
});

test('what was compiled has the plural forms of its language', async () => {
  const { watchers } = (await compiledMessages('ru')).table;
  const formatters = {
    getDateTimeFormat: (...asked: Asked<typeof Intl.DateTimeFormat>) =>
      new Intl.DateTimeFormat(...asked),
    getNumberFormat: (...asked: Asked<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...asked),
    getPluralRules: (...asked: Asked<typeof Intl.PluralRules>) => new Intl.PluralRules(...asked),
  };
  const said = [1, 2, 5, 21].map((count) => format(watchers, 'ru', { count }, { formatters }));
  const form = ['человек', 'человека', 'человек', 'человек'];
  expect(said).toEqual([1, 2, 5, 21].map((count, at) => `${count} ${form[at]} у стола`));
});

type Asked<Made extends new (...asked: never[]) => unknown> = ConstructorParameters<Made>;

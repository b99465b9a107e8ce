import type { Messages, NamespaceKeys, NestedKeyOf, useTranslations } from 'next-intl';

/** What `useTranslations(namespace)` and `getTranslations(namespace)` give. */
export type Translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> =
  ReturnType<typeof useTranslations<Namespace>>;

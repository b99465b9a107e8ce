type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** "3 взятки": the number with the form of the word that the language asks for. */
export function counted(lang: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(lang);
  return (count) => `${count} ${forms[rules.select(count)] ?? forms.other}`;
}

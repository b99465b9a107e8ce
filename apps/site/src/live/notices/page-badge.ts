/** Marks the page's tab: a prefix to its title and another icon. Returns how to take it off. */
export function markTab(prefix: string): () => void {
  const title = document.title;
  const marked = `${prefix} ${title}`;
  document.title = marked;
  const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
  const href = icon?.getAttribute('href');
  icon?.setAttribute('href', '/icon-turn.svg');
  return () => {
    if (document.title === marked) document.title = title;
    if (icon && href) icon.setAttribute('href', href);
  };
}

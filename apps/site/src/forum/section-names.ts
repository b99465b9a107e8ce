import type { BlogSection, ForumSection } from '@trellis/forum';
import type { Place } from '@trellis/facade';
import type { Translator } from '../i18n/translator';

/** What people call a section. */
export function sectionName(t: Translator<'forum'>, place: Place, section: string): string {
  return place === 'forum'
    ? t(`section.${section as ForumSection}.name`)
    : t(`articles.${section as BlogSection}`);
}

/** Where a thread is read. */
export function threadPath({ id, place }: { readonly id: string; readonly place: Place }): string {
  return place === 'forum' ? `/forum/topics/${id}` : `/blog/${id}`;
}

import { getTranslations } from 'next-intl/server';
import type { SharedPicture } from './shared-page';

/** The club itself; also what pages show that have no picture of their own. */
export async function homePicture(): Promise<SharedPicture> {
  const t = await getTranslations('site');
  const words = await getTranslations('pictures');
  return {
    place: 'home',
    picture: {
      club: t('name'),
      about: words('club'),
      title: { text: t('name'), otherwise: t('name') },
      text: t('description'),
      lines: [],
      foot: '',
      art: { kind: 'fan' },
    },
    alt: words('clubAlt'),
  };
}

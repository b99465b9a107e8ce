import { club, playerPage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../i18n/client-messages';
import { pageMetadata } from '../../../metadata';
import { playerPicture } from '../../../pictures/player-picture';
import { PlayerFromClub } from '../../../player/player-from-club';
import { PlayerProfile } from '../../../player/player-profile';
import { PlayerTools } from '../../../player/player-tools';
import { playerNameIn } from '../../../ui/use-player-name';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const t = await getTranslations('player');
  const profile = club().profile(id);
  if (!profile) return { title: t('unknownTitle'), robots: { index: false } };
  const name = playerNameIn(await getTranslations('personal.former'), profile.player);
  return pageMetadata(`/players/${id}`, await getLocale(), {
    title: name,
    description: t('description', { name }),
    picture: await playerPicture(id),
    kind: { type: 'profile' },
  });
}

export default async function PlayerPage({ params }: Props) {
  const { id } = await params;
  const found = playerPage(id).read(club());
  if (found)
    return (
      <PlayerProfile
        {...found}
        tools={
          <ClientMessages of={['share', 'people', 'justice', 'refusals']}>
            <PlayerTools player={found.profile.player} />
          </ClientMessages>
        }
      />
    );
  return (
    <ClientMessages
      of={[
        ...(['personal', 'share', 'fromClub', 'player', 'statistics'] as const),
        ...(['game', 'people', 'justice', 'refusals'] as const),
      ]}
    >
      <PlayerFromClub />
    </ClientMessages>
  );
}

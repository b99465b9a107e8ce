import { ThreadRoute, threadMetadata, type ThreadProps } from '../../../../forum/thread-route';

export const generateMetadata = (props: ThreadProps) => threadMetadata(props, 'forum');

export default function TopicPage(props: ThreadProps) {
  return <ThreadRoute {...props} />;
}

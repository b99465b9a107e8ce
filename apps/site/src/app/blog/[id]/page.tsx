import { ThreadRoute, threadMetadata, type ThreadProps } from '../../../forum/thread-route';

export const generateMetadata = (props: ThreadProps) => threadMetadata(props, 'blog');

export default function ArticlePage(props: ThreadProps) {
  return <ThreadRoute {...props} />;
}

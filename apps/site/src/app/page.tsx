import { club } from '@trellis/facade';

export default function HomePage() {
  return <div className="page numbers">{club().counts().players}</div>;
}

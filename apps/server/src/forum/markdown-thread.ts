import { render, type Rendered } from './markdown.js';

/** The thread of `Renderer`. */
export default function inThread(markdown: string): Rendered | undefined {
  return render(markdown);
}

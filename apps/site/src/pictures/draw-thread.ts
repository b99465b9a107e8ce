import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { drawing } from './drawing.js';
import { fontOptions } from './fonts.js';
import type { Picture } from './picture.js';

const mark = readFileSync(new URL('../../public/icon.svg', import.meta.url), 'utf8');

/** The thread of `PictureThread`: a PNG of the picture. */
export default function drawn(picture: Picture): Uint8Array {
  return new Resvg(drawing(picture, mark), { font: fontOptions }).render().asPng();
}

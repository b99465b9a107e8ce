import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encode, encodingFor } from './encoded.js';

test('every form holds the same words', async () => {
  const { forms, etag } = await encode(Buffer.from('words '.repeat(500)));
  expect(gunzipSync(forms.gzip)).toEqual(forms.identity);
  expect(brotliDecompressSync(forms.br)).toEqual(forms.identity);
  expect((await encode(Buffer.from('other'))).etag).not.toBe(etag);
});

test.each([
  [undefined, 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0.0,gzip;q=0', 'identity'],
  ['br;q=0.5', 'br'],
  ['deflate', 'identity'],
])('for Accept-Encoding %s the form is %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policyOf, strictPage } from './strict-page.js';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('scripts that carry the nonce get a hash; the nonce itself is gone', () => {
  const page = strictPage(
    '<link rel="preload" nonce="N1"/><script src="/a.js" nonce="N1" async=""></script><script nonce="N1">go("N1")</script><script nonce="N1" id="x">on()</script>',
    'N1',
  );
  expect(page.html).toBe(
    '<link rel="preload"/><script src="/a.js" async=""></script><script>go("")</script><script id="x">on()</script>',
  );
  expect(page.scriptHashes).toEqual([hash('go("")'), hash('on()')]);
});

test('a script without the nonce gets no hash, whatever it says', () => {
  const smuggled = '<script>steal()</script><script nonce="guess">steal()</script>';
  expect(strictPage(smuggled, 'N1')).toEqual({ html: smuggled, scriptHashes: [] });
});

test('the policy allows these scripts, our files, our socket, and nothing inline', () => {
  const policy = policyOf([hash('go()')], 'wss://club.example');
  expect(policy).toContain(`script-src 'self' ${hash('go()')};`);
  expect(policy).toContain("connect-src 'self' wss://club.example;");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

import { describe, expect, test } from 'vitest';
import { isOpen, pushEndpoint, worldlyLookup } from './push-endpoint.js';

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
  'https://web.push.apple.com/QO?x=1',
])('%s is a push service', (endpoint) => {
  expect(pushEndpoint(endpoint)?.href).toBe(endpoint);
});

test.each([
  ...['http://fcm.googleapis.com/x', 'ftp://push.example.com/x', 'push.example.com', ''],
  ...['https://push.example.com:8443/x', 'https://push.example.com:22/', 'https://u:p@push.com/'],
  ...['https://127.0.0.1/x', 'https://localhost/x', 'https://[::1]/x', 'https://2130706433/x'],
  ...['https://0x7f.1/x', 'https://10.0.0.1/', 'https://169.254.169.254/latest', 'https://redis/'],
  ...['https://push.internal/', 'https://club.local/', 'https://a.localhost/', 'https://x.test./'],
  ...['https://push.example.com/#x', 'file:///etc/passwd', 'javascript:alert(1)'],
  'http://127.0.0.1:4000/device',
])('%s is none', (endpoint) => {
  expect(pushEndpoint(endpoint)).toBeUndefined();
});

test('a stand-in of tests is taken, and nothing else on its machine', () => {
  const standIn = 'http://127.0.0.1:4000';
  expect(pushEndpoint('http://127.0.0.1:4000/device', standIn)).toBeDefined();
  expect(pushEndpoint('http://127.0.0.1:4001/device', standIn)).toBeUndefined();
  expect(pushEndpoint('http://127.0.0.1:4000@push.example.com/', standIn)).toBeUndefined();
});

describe('addresses', () => {
  test.each(['8.8.8.8', '142.250.1.1', '2a00:1450:4001::200e'])('%s is open', (address) => {
    expect(isOpen(address)).toBe(true);
  });

  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
    ...['100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1'],
    ...['fd00::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'ff02::1', 'name'],
  ])('%s is closed', (address) => {
    expect(isOpen(address)).toBe(false);
  });

  test.each([true, false])(
    'a name that leads to this machine is refused (all: %s)',
    async (all) => {
      const refused = await new Promise((resolve) =>
        worldlyLookup('localhost', { all }, (error) => resolve(error?.code)),
      );
      expect(refused).toBe('ECLOSED');
    },
  );
});

import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { worldlyLookup } from './push-endpoint.js';

/** A push service that takes longer than this in all has not taken it (ms). */
const longest = 5_000;

/** Posts to a push service, follows no redirect, and reads nothing of the answer but its status. Only a stand-in of tests is http. */
export function postPush(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<number> {
  const signal = AbortSignal.timeout(longest);
  const common = { method: 'POST', headers: { ...headers }, signal, agent: false as const };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'http:'
        ? overHttp(url, common)
        : overHttps(url, { ...common, lookup: worldlyLookup });
    request.once('error', reject);
    request.once('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.end(body);
  });
}

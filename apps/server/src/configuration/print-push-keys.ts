import { makePushKeys } from './push-keys.js';

// `npm run push:keys`: a new pair, as lines for .env.
const { publicKey, privateKey } = makePushKeys();
process.stdout.write(`VAPID_PUBLIC_KEY=${publicKey}\nVAPID_PRIVATE_KEY=${privateKey}\n`);

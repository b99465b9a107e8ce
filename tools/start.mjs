// npm start: installs and builds what is not up to date, then is the server.
import './workspace/node-version.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, root } from './build.mjs';
import { endOnSignals } from './workspace/command.mjs';
import { installIfNeeded } from './workspace/install.mjs';
import { reportTrouble } from './workspace/trouble.mjs';

const ignoreSignals = endOnSignals();
let ready = false;
await reportTrouble(async () => {
  await installIfNeeded(root, console.log);
  await build(console.log);
  ready = true;
});
ignoreSignals();

// The server takes over this very process instead of becoming its child: signals and exit codes are
// its own, and nothing can be left behind. NODE_ENV stays as it is: unset means that the conveniences
// of development (demo sign-in) are on; the site is a production build either way.
if (ready) {
  const main = join(root, 'apps', 'server', 'dist', 'main.js');
  process.argv[1] = main;
  process.chdir(root);
  await import(pathToFileURL(main).href);
}

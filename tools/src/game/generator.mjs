import { fileURLToPath } from 'node:url';
import { generateFiles, joinPathFragments, names } from '@nx/devkit';

const templates = fileURLToPath(new URL('../../files/game', import.meta.url));
const games = 'libs/games';

/**
 * `npx nx g @trellis/tools:game hearts` makes libs/games/hearts, with a rule test that fails until
 * somebody writes the rules, and adds one line to each catalog file. Nothing else has to change.
 *
 * @param {import('@nx/devkit').Tree} tree
 * @param {{ name: string }} options
 */
export default async function game(tree, { name }) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(
      `"${name}" cannot be a game's name: use small letters, digits and single hyphens.`,
    );
  }
  const folder = joinPathFragments(games, name);
  if (tree.exists(folder)) throw new Error(`There is a folder ${folder} already.`);

  const { propertyName, className } = names(name);
  generateFiles(tree, templates, folder, {
    name,
    propertyName,
    className,
    title: className.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' '),
    letter: className.charAt(0),
  });
  addLine(tree, 'rules.ts', `export { ${propertyName} } from '@trellis/games/${name}/rules';`);
  addLine(tree, 'boards.ts', `export { ${propertyName} } from '@trellis/games/${name}/board';`);
}

function addLine(tree, file, line) {
  const path = joinPathFragments(games, 'catalog', file);
  tree.write(path, `${tree.read(path, 'utf8').trimEnd()}\n${line}\n`);
}

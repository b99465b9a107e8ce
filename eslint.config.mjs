import { readdirSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What each kind of project may import (docs/style.md, "The folders are the architecture"). */
const arrows = [
  { sourceTag: 'kit', onlyDependOnLibsWithTags: ['kit'] },
  { sourceTag: 'rules', onlyDependOnLibsWithTags: ['kit', 'rules'] },
  { sourceTag: 'board', onlyDependOnLibsWithTags: ['kit', 'rules', 'board'] },
  { sourceTag: 'catalog', onlyDependOnLibsWithTags: ['kit', 'rules', 'board'] },
  { sourceTag: 'facade', onlyDependOnLibsWithTags: ['kit', 'facade'] },
  { sourceTag: 'core', onlyDependOnLibsWithTags: ['kit', 'facade'] },
  { sourceTag: 'wire', onlyDependOnLibsWithTags: ['kit', 'facade'] },
  // What is published knows nothing of the club but the contract.
  { sourceTag: 'client', onlyDependOnLibsWithTags: ['client'] },
  { sourceTag: 'storage', onlyDependOnLibsWithTags: ['kit', 'facade', 'core', 'storage'] },
  {
    sourceTag: 'testing',
    onlyDependOnLibsWithTags: ['kit', 'rules', 'catalog', 'facade', 'core', 'storage', 'testing'],
  },
  { sourceTag: 'app', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'tool', onlyDependOnLibsWithTags: ['tool'] },
];

const serverSide = [
  '@nestjs/*',
  'socket.io',
  'redis',
  '@prisma/*',
  'prisma',
  'pg',
  'next',
  'react',
  'react-dom',
];

const bans = [
  { sourceTag: 'kit', bannedExternalImports: ['*'] },
  { sourceTag: 'rules', bannedExternalImports: ['*'] },
  { sourceTag: 'facade', bannedExternalImports: serverSide },
  { sourceTag: 'core', bannedExternalImports: serverSide },
  { sourceTag: 'wire', bannedExternalImports: serverSide },
  { sourceTag: 'client', bannedExternalImports: [...serverSide, 'zod'] },
  {
    sourceTag: 'storage',
    bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'next', 'socket.io'],
  },
  {
    sourceTag: 'board',
    bannedExternalImports: ['@nestjs/*', 'socket.io', 'socket.io-client', '@prisma/*', 'next'],
  },
];

const games = readdirSync(new URL('libs/games/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => !['catalog', 'dist', 'kit', 'node_modules'].includes(name));

const noNode = { group: ['node:*'], message: 'Nothing of the machine belongs here.' };

const onlyViews = {
  property: 'openView',
  message: 'What goes to a table is viewFor of its viewer; openView is for replays in a browser.',
};

/** Tags cannot say which game a board belongs to; the name of its folder can. */
const noOtherGame = (game) => ({
  regex: `^@trellis/games/(?!kit$|${game}/)|^(\\.\\./){2,}(?!${game}/)`,
  message: 'A game knows the kit and itself, never another game.',
});

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/.next/**',
      '**/node_modules/**',
      '**/generated/**',
      'data/**',
      '**/next-env.d.ts',
      'tools/files/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `!= null` says "neither null nor undefined" in one go.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // What a constructor takes is a value here: Nest reads it at run time.
    files: ['apps/server/**/*.ts'],
    languageOptions: {
      parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true },
    },
  },
  {
    files: ['{apps,libs}/**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          banTransitiveDependencies: false,
          enforceBuildableLibDependency: false,
          // The tests of what it is built on use it.
          ignoredCircularDependencies: [['@trellis/testing', '*']],
          depConstraints: [...arrows, ...bans],
        },
      ],
    },
  },
  {
    // A test may use anything: its runner, the builders, a real game.
    files: ['{apps,libs}/**/*.test.{ts,tsx}'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allowCircularSelfDependency: true,
          ignoredCircularDependencies: [['*', '*']],
          depConstraints: [{ sourceTag: '*', onlyDependOnLibsWithTags: ['*'] }],
        },
      ],
    },
  },
  {
    // Nest finds what to inject by the classes that constructors name, so there those imports are used at run time.
    files: ['apps/server/**/*.ts'],
    languageOptions: {
      parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true },
    },
  },
  {
    // Rules are pure: neither the clock nor chance, and nothing of the machine.
    files: [
      'libs/games/kit/**/*.ts',
      'libs/games/*/{rules,solver,computer,analysis}/**/*.ts',
      'libs/games/catalog/rules.ts',
    ],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'process',
        'window',
        'document',
        'fetch',
        'setTimeout',
        'console',
        'crypto',
        'performance',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance enters as data.' },
      ],
      'no-restricted-imports': ['error', { patterns: [noNode] }],
    },
  },
  ...games.flatMap((game) => [
    {
      files: [`libs/games/${game}/{rules,solver,computer,analysis}/**/*.ts`],
      ignores: ['**/*.test.ts'],
      rules: { 'no-restricted-imports': ['error', { patterns: [noNode, noOtherGame(game)] }] },
    },
    {
      files: [`libs/games/${game}/board/**/*.{ts,tsx}`],
      ignores: ['**/*.test.{ts,tsx}'],
      rules: { 'no-restricted-imports': ['error', { patterns: [noOtherGame(game)] }] },
    },
  ]),
  {
    files: ['libs/{tables,players,ratings,chat,forum,notices,people,grid,facade,wire}/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance enters through a port.' },
        onlyViews,
      ],
      'no-restricted-imports': ['error', { patterns: [noNode] }],
    },
  },
  {
    files: ['apps/server/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', onlyViews] },
  },
  {
    files: ['apps/site/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@trellis/games/catalog/house', '@trellis/games/*/computer'],
              message: 'Strong computer players think on the server; a browser does not load them.',
            },
            {
              group: ['@trellis/games/catalog/analysts', '@trellis/games/*/analysis'],
              message: 'Looking back takes long: only the worker loads what does it.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/site/src/replay/analysis/analysis-worker.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['apps/site/**/*.{ts,tsx}', 'libs/games/*/board/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
);

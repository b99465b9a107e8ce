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
  { sourceTag: 'storage', onlyDependOnLibsWithTags: ['kit', 'facade', 'core', 'storage'] },
  { sourceTag: 'testing', onlyDependOnLibsWithTags: ['kit', 'rules', 'catalog', 'facade', 'core', 'storage', 'testing'] },
  { sourceTag: 'app', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'tool', onlyDependOnLibsWithTags: ['tool'] },
];

const serverSide = ['@nestjs/*', 'socket.io', 'redis', '@prisma/*', 'prisma', 'pg', 'next', 'react', 'react-dom'];

const bans = [
  { sourceTag: 'kit', bannedExternalImports: ['*'] },
  { sourceTag: 'rules', bannedExternalImports: ['*'] },
  { sourceTag: 'facade', bannedExternalImports: serverSide },
  { sourceTag: 'core', bannedExternalImports: serverSide },
  { sourceTag: 'wire', bannedExternalImports: serverSide },
  { sourceTag: 'storage', bannedExternalImports: ['@nestjs/*', 'react', 'react-dom', 'next', 'socket.io'] },
  { sourceTag: 'board', bannedExternalImports: ['@nestjs/*', 'socket.io', 'socket.io-client', '@prisma/*', 'next'] },
];

function boundaries(depConstraints) {
  return [
    'error',
    { allow: [], banTransitiveDependencies: false, enforceBuildableLibDependency: false, depConstraints },
  ];
}

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
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['{apps,libs}/**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([...arrows, ...bans]),
    },
  },
  {
    // A test may use what drives tests (vitest, react-dom/server); the arrows hold for it all the same.
    files: ['{apps,libs}/**/*.test.{ts,tsx}'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(arrows),
    },
  },
  {
    // Rules are pure: neither the clock nor chance, and nothing of the machine.
    files: ['libs/games/kit/**/*.ts', 'libs/games/*/rules/**/*.ts', 'libs/games/catalog/{rules,games}.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'process', 'window', 'document', 'fetch', 'setTimeout', 'console', 'crypto', 'performance'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance enters as data.' }],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
    },
  },
  {
    files: ['libs/{tables,players,ratings,chat,facade,wire}/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance enters through a port.' }],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
    },
  },
  {
    files: ['apps/site/**/*.{ts,tsx}', 'libs/games/*/board/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
);

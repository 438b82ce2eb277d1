import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Inside core a folder imports only those above it in this list. */
const coreFolders = [
  'text',
  'yaml',
  'annotation',
  'anchoring',
  'entity',
  'recognition',
  'translation',
  'sidecar',
  'validation',
  'exchange',
];

const forbid = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const hostModules = { group: ['vscode', 'node:*'], message: 'core knows no host.' };

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', '.vscode-test'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.mjs', 'src/cli/**', 'src/cli.ts', 'scripts/**', 'test/**', 'model/**'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly' },
    },
    rules: { 'no-console': 'off' },
  },
  { files: ['src/core/**/*.ts'], rules: forbid([hostModules]) },
  ...coreFolders.map((folder, place) => ({
    files: [`src/core/${folder}/**/*.ts`],
    rules: forbid([
      hostModules,
      {
        group: coreFolders.slice(place + 1).map((below) => `**/${below}/**`),
        message: `core/${folder} imports only folders above it (DESIGN §3).`,
      },
    ]),
  })),
);

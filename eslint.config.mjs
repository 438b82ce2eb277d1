import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const forbid = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const hostModules = { group: ['vscode', 'node:*'], message: 'core knows no host.' };

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', '.cache', '.vscode-test'] },
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
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  // Which folder of core may import which is held by test/contract/layers.test.ts.
  { files: ['src/core/**/*.ts'], rules: forbid([hostModules]) },
);

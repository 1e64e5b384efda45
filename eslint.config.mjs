import js from '@eslint/js';
import nextVitals from 'eslint-config-next/core-web-vitals';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import house from './scripts/lint/house.mjs';

const CODE = '**/*.{ts,tsx,mjs}';
const TYPED = '**/*.{ts,tsx}';
const REACT = ['{app,components}/**/*.{ts,tsx}'];
const TESTS = ['**/*.test.{ts,tsx}', 'e2e/**', 'scripts/testing/**'];

export default defineConfig([
  globalIgnores([
    '.next/',
    'data/',
    'dist/',
    'lib/db/generated/',
    'public/',
    'next-env.d.ts',
    'test-results/',
  ]),
  { ...js.configs.recommended, files: [CODE] },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  // Only what draws is held to the rules of React; `use…` means nothing in lib.
  ...nextVitals.map((config) => (config.files ? { ...config, files: REACT } : config)),
  {
    name: 'nonmun/react',
    files: REACT,
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // Images come from our own media, in their final sizes.
      '@next/next/no-img-element': 'off',
      // Pages are documents: moving between them is the browser's own work, with what it keeps and restores.
      '@next/next/no-html-link-for-pages': 'off',
    },
  },
  {
    name: 'nonmun/house',
    files: [CODE],
    plugins: { house },
    rules: {
      'house/arrows': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'prefer-const': 'error',
      // Control characters are exactly what such expressions look for.
      'no-control-regex': 'off',
      complexity: ['error', { max: 25, variant: 'modified' }],
      'max-depth': ['error', 4],
    },
  },
  {
    name: 'nonmun/typescript',
    files: [TYPED],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Spreading a string takes code points, which is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    name: 'nonmun/scripts',
    files: ['scripts/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'nonmun/tests',
    files: TESTS,
    rules: { 'no-console': 'off', 'max-depth': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
]);

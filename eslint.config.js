import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const ipcMessage =
  'Only main/ipc/registry.ts and preload/index.ts speak IPC; add a call to the contract instead.';

const wordsMessage =
  'Words that users see stand in the dictionary (renderer/lib/i18n), in English and in French.';
/** Attributes that users see or hear. */
const spokenAttributes =
  '/^(alt|title|placeholder|label|hint|message|aria-(label|description|roledescription|valuetext|placeholder))$/';
/**
 * Where words can stand: as they are, in a template, in the branches of a condition.
 * @param {string} place a selector of what they are directly in
 */
const written = (place) =>
  [
    `${place} > Literal[value=/\\p{L}/u]`,
    `${place} > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
    ...['consequent', 'alternate', 'left', 'right'].flatMap((side) => [
      `${place} > :matches(ConditionalExpression, LogicalExpression) > Literal.${side}[value=/\\p{L}/u]`,
      `${place} > :matches(ConditionalExpression, LogicalExpression) > TemplateLiteral.${side} > TemplateElement[value.raw=/\\p{L}/u]`,
    ]),
  ].map((selector) => ({ selector, message: wordsMessage }));

export default defineConfig(
  {
    ignores: [
      'node_modules',
      'out',
      'dist',
      'release',
      'test-results',
      '.test-output',
      '.dependency-cruiser.cjs',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.node.json', './tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Services are plain objects of functions; nothing here uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A row's type is what its SQL says: the caller names it.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', importNames: ['ipcMain', 'ipcRenderer'], message: ipcMessage }] },
      ],
    },
  },
  { files: ['main/ipc/registry.ts', 'preload/index.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    // Electron 45 prefers safeStorage's asynchronous calls; 33, which the tests may run on, has only these.
    files: ['main/app/key-encryption.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['**/*.test.*', 'renderer/lib/i18n/**', 'renderer/lib/fake-*', 'renderer/media/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...written('Property[key.name=/^(title|message|label)$/]'),
        {
          // What is typed into a terminal is the same in every language.
          selector: ':not(JSXElement[openingElement.name.name="code"]) > JSXText[value=/\\p{L}/u]',
          message: wordsMessage,
        },
        ...written(':matches(JSXElement, JSXFragment) > JSXExpressionContainer'),
        ...written(`JSXAttribute[name.name=${spokenAttributes}]`),
        ...written(`JSXAttribute[name.name=${spokenAttributes}] > JSXExpressionContainer`),
      ],
    },
  },
  { files: ['renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    // Scripts run before anything is built, in plain JavaScript.
    files: ['**/*.mjs', '*.config.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);

import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const clockAndChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'law and proof read no clock: take the instant as a fact.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'law and proof read no clock: take the instant as a fact.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'law and proof read no clock: take the instant as a fact.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'law and workflows draw nothing by chance.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'only config/env.ts and temporal.config.ts read the environment.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules', '.mohlet', '*.cjs', 'pages/assets'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'no-console': 'error',
    },
  },
  { files: ['law/**', 'proof/**'], rules: { 'no-restricted-syntax': ['error', ...clockAndChance] } },
  {
    files: ['cases/**', 'activities/**', 'adapters/**', 'api/**', 'pages/**', 'workflows/**'],
    ignores: ['api/main.ts'],
    rules: { 'no-restricted-syntax': ['error', clockAndChance[4]] },
  },
  {
    files: ['workflows/**'],
    rules: { 'no-restricted-globals': ['error', 'process', 'Temporal', 'Intl', 'fetch', 'crypto'] },
  },
  {
    files: ['commands/**', 'stack/**', 'prove/**', 'bench/**', 'test/**', 'prisma/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['eslint.config.js'], ...tseslint.configs.disableTypeChecked },
);

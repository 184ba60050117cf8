import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** STYLE.md as errors: sizes, one place for the environment, no barrels, no `any`. What needs types is in .oxlintrc.json. */
const restricted = [
  { selector: 'ExportAllDeclaration', message: 'No `export *`: name what you export, where it is declared.' },
  { selector: 'TSAsExpression > TSAnyKeyword', message: 'No `as any`: parse it.' },
]
const noProcessEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment once, in env.ts, with zod.',
}

const isClient = (file) => readFileSync(file, 'utf8').startsWith("'use client'")

/**
 * Where hooks are: each file is compiled to see how it uses them, which on server components, that have none, is most of
 * the whole lint's time.
 */
const WEB = fileURLToPath(new URL('../../apps/web/src', import.meta.url))
const runsInBrowser = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)use-[^/]*\.ts$/.test(file) || (file.endsWith('.tsx') && isClient(path.join(WEB, file))))
  .map((file) => `apps/web/src/${file}`)

export default tseslint.config(
  {
    ignores: [
      ...['**/dist/**', '**/.next/**', '**/generated/**', '**/next-env.d.ts', '**/coverage/**'],
      ...['**/*.mjs', '**/*.js', '**/*.cjs'],
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'no-restricted-syntax': ['error', ...restricted, noProcessEnv],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: runsInBrowser,
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/e2e/**', '**/testing/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/env.ts', '**/prisma.config.ts', '**/next.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restricted] },
  },
)

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const WEB = fileURLToPath(new URL('../../apps/web/src', import.meta.url))
const isClient = (file) => readFileSync(file, 'utf8').startsWith("'use client'")

/** Where hooks are. */
const runsInBrowser = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)use-[^/]*\.ts$/.test(file) || (file.endsWith('.tsx') && isClient(path.join(WEB, file))))
  .map((file) => `apps/web/src/${file}`)

/** What only React's own compiler can say: each file is compiled to see how it uses hooks. All else is in .oxlintrc.json. */
export default tseslint.config({
  files: runsInBrowser,
  languageOptions: { parser: tseslint.parser },
  plugins: { 'react-hooks': reactHooks },
  rules: reactHooks.configs.recommended.rules,
})

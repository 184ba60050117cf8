import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromFile, Parser } from '@asyncapi/parser'
import { contractDifferences, contractFiles } from './contracts'

/** `tsx src/generate/main.ts` writes docs/contracts; with `--check` it only compares, and fails on a difference. */
const FOLDER = fileURLToPath(new URL('../../../../docs/contracts/', import.meta.url))

async function readFolder(): Promise<Map<string, string>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'))
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(FOLDER, name), 'utf8')] as const)),
  )
}

async function write(wanted: Map<string, string>): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  for (const name of (await readFolder()).keys()) if (!wanted.has(name)) await rm(join(FOLDER, name))
  for (const [name, text] of wanted) await writeFile(join(FOLDER, name), text)
}

/** Errors of the AsyncAPI file as the reference parser sees them, the payload files resolved: no document, no contract. */
async function asyncApiErrors(): Promise<string[]> {
  const { document, diagnostics } = await fromFile(new Parser(), join(FOLDER, 'asyncapi.json')).parse()
  return document ? [] : diagnostics.map((found) => `${found.path.join('.')}: ${found.message}`)
}

const wanted = contractFiles()
const checking = process.argv.includes('--check')
if (!checking) await write(wanted)
const problems = [...contractDifferences(wanted, await readFolder()), ...(await asyncApiErrors())]
if (problems.length > 0) {
  process.stderr.write(
    `docs/contracts is not what packages/schema says; run npm run contracts\n${problems.join('\n')}\n`,
  )
  process.exitCode = 1
} else {
  process.stdout.write(`${wanted.size} contract files ${checking ? 'agree' : 'written'}, AsyncAPI valid\n`)
}

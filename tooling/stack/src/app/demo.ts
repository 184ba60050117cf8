import path from 'node:path'
import { z } from 'zod'
import { childEnvironment, environment, REPOSITORY } from '../env'
import { run, tail } from '../process/run'
import { stopSignal } from '../process/stop-signal'
import { note, say } from '../progress'
import { Refusal } from '../refusal'
import { Account, updateStack } from '../stack-file'

/** tooling/demo stands on this package (it publishes the catalogue), so it is called, not imported. */
async function callDemo(program: string, url: string, onLine: (line: string) => void): Promise<string> {
  const { code, output } = await run(process.execPath, ['--import', 'tsx', path.join('src', program)], {
    cwd: path.join(REPOSITORY, 'tooling', 'demo'),
    env: childEnvironment({ MIGRATOR_URL: url, LIANXI_MODE: environment.LIANXI_MODE }),
    signal: stopSignal,
    onLine,
  })
  if (code !== 0) throw new Refusal(`演示数据写入失败 (demo data):\n${tail(output)}`)
  return output
}

/** Writes the demo's history through the running worker, and its accounts into stack.json. Repeating it is harmless. */
export async function seedDemo(migratorUrl: string): Promise<void> {
  await callDemo('main.ts', migratorUrl, (line) => note('演示', `  ${line.replace(/^演示数据\s*/, '')}`))
  const json: unknown = JSON.parse(await callDemo('accounts-json.ts', migratorUrl, () => undefined))
  const accounts = z.array(Account).parse(json)
  updateStack((stack) => {
    stack.accounts = accounts
    stack.local.seeded = true
  })
}

/** Chinese characters take two columns of a terminal. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)
const cell = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - width(text)))

/** The accounts as people meet them: who it is, what to type. */
export function accountTable(accounts: readonly Account[]): string {
  const rows = accounts.map(({ user, role, name, body }) => [user, role, name ?? '', body ?? ''])
  const all = [['用户名 user', '角色 role', '姓名 name', '单位 body'], ...rows]
  const columns = [0, 1, 2].map((index) => 2 + Math.max(...all.map((row) => width(row[index] ?? ''))))
  return all.map((row) => '  ' + row.map((text, index) => cell(text, columns[index] ?? 0)).join('')).join('\n')
}

export function showAccounts(accounts: readonly Account[]): void {
  const password = accounts[0]?.password
  if (password === undefined) return
  say(`\n演示账号 demo accounts (演示数据, 密码 password: ${password})`)
  say(accountTable(accounts))
}

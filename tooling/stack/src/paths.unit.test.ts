import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'

const home = mkdtempSync(path.join(tmpdir(), 'paths-'))
afterAll(() => rmSync(home, { recursive: true }))

it('what the broker keeps and what the logs say is readable by nobody else', async () => {
  vi.stubEnv('LIANXI_HOME', path.join(home, 'copy'))
  vi.resetModules()
  const { makeFolders, paths } = await import('./paths')
  makeFolders()
  makeFolders()
  expect(paths.home).toBe(path.join(home, 'copy'))
  for (const folder of [paths.kafka, paths.logs, paths.run]) expect(statSync(folder).mode & 0o077).toBe(0)
})

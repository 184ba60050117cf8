import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findRunning, stopRunning, writePidFile } from './pid-file'

const folder = mkdtempSync(path.join(tmpdir(), 'pid-file-'))
const file = path.join(folder, 'child.json')
afterAll(() => rmSync(folder, { recursive: true }))

function startChild(code: string): number {
  const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' })
  if (child.pid === undefined) throw new Error('node starts')
  return child.pid
}

describe('a pid file', () => {
  it('finds the very process it names, and stops it', async () => {
    const pid = startChild('setInterval(() => {}, 1000)')
    writePidFile(file, pid)
    expect(findRunning(file)).toBe(pid)
    expect(await stopRunning(file, { graceMs: 5_000 })).toBe(true)
    expect(findRunning(file)).toBeUndefined()
  })

  it('does not mistake another process with the same number for it', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, began: 'another day' }))
    expect(findRunning(file)).toBeUndefined()
  })

  it('says nothing runs when it was cut off while being written, or is missing', () => {
    writeFileSync(file, '{"pid": 12')
    expect(findRunning(file)).toBeUndefined()
    expect(findRunning(path.join(folder, 'none.json'))).toBeUndefined()
  })
})

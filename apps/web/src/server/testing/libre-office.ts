import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * The workbook as LibreOffice itself saves it: opened, written as .ods, opened again and written as .xlsx.
 * @throws without `soffice` (Debian's libreoffice-calc) on the path
 */
export async function savedByLibreOffice(file: Uint8Array): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-office-'))
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const save = (name: string, as: string) =>
    run('soffice', [profile, '--headless', '--convert-to', as, '--outdir', folder, path.join(folder, name)])
  try {
    writeFileSync(path.join(folder, 'sheet.xlsx'), file)
    await save('sheet.xlsx', 'ods')
    rmSync(path.join(folder, 'sheet.xlsx'))
    await save('sheet.ods', 'xlsx')
    return readFileSync(path.join(folder, 'sheet.xlsx'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

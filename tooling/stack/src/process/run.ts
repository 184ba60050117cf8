import { spawn, type SpawnOptions } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Outcome = { code: number; output: string }

type Options = Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid' | 'signal'> & { onLine?: (line: string) => void }

/**
 * Runs a program to its end and keeps what it said (both streams). `onLine` sees each line as it comes.
 * Rejects if the program is not there; aborting `signal` ends it with SIGTERM.
 */
export async function run(command: string, args: readonly string[], options: Options = {}): Promise<Outcome> {
  const { onLine, ...rest } = options
  const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      onLine?.(line)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, killedBy) => {
      resolve({ code: code ?? (killedBy === null ? 1 : 128), output: lines.join('\n') })
    })
  })
}

/** The program's last lines, for an error message a person can act on. */
export const tail = (output: string, lines = 15): string => output.trimEnd().split('\n').slice(-lines).join('\n')

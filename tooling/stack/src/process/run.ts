import { spawn, type SpawnOptions } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Outcome = { code: number; output: string }

/** Runs a program to its end and keeps what it said (both streams). `onLine` sees each line as it comes. */
export async function run(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> & { onLine?: (line: string) => void } = {},
): Promise<Outcome> {
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
    child.once('close', (code, signal) => {
      resolve({ code: code ?? (signal === null ? 1 : 128), output: lines.join('\n') })
    })
  })
}

/** The program's last lines, for an error message a person can act on. */
export const tail = (output: string, lines = 15): string => output.trimEnd().split('\n').slice(-lines).join('\n')

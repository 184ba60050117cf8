import type { Pictures } from './pictures'

/**
 * The same, with at most `width` readings at once: others wait in line, first come first served. Who asks for what is
 * kept or being read waits for nobody.
 */
export function inLine({ knows, recall }: Pictures, width: number): Pictures {
  const waiting: (() => void)[] = []
  let free = width
  const turn = async () => {
    if (free === 0) await new Promise<void>((go) => waiting.push(go))
    else free -= 1
  }
  const done = () => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return {
    knows,
    recall: (question, read) =>
      recall(question, async () => {
        await turn()
        try {
          return await read()
        } finally {
          done()
        }
      }),
  }
}

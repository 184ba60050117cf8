import type { Pictures } from './pictures'
import { createSlowReadings } from './slow-readings'

/**
 * `now` says where the present stands; what `read` finds afterwards is kept under it. `dated`: the answer says its own
 * 数据截至. Any other is never given once the present has moved on: beside parts that did, nobody would ask for it again.
 */
type Reading<Answer> = { now: () => Promise<string>; read: () => Promise<Answer>; dated: boolean }

export type Present = {
  /** @param standing where the present stood when it was asked; what is kept under it is given at once */
  recall: <Answer>(question: string, standing: string, reading: Reading<Answer>) => Promise<Answer>
}

/** `slowMs`: a reading that took longer is given for a while after the present has moved on. */
type Options = { slowMs: number; clock?: () => number }

/**
 * Answers about the present, which moves on with each commit: while reports come in every second, a reading may last
 * longer than that, and one begun for each stamp would pile them up. So of a question one reading is under way. Who asks
 * for a later present meanwhile waits for its end, together with all others who do: the next reading, one for all of
 * them, begins after they asked, so nobody is shown less than he was told of.
 *
 * Where readings are slow even that keeps every processor busy. Then the last one that is dated is given a little longer;
 * the page asks again until it shows what it was told of.
 */
export function createPresent(
  { knows, recall }: Pictures,
  { slowMs, clock = () => performance.now() }: Options,
): Present {
  const underWay = new Map<string, { key: string; reading: Promise<unknown> }>()
  const next = new Map<string, Promise<unknown>>()
  const slow = createSlowReadings(slowMs, clock)

  const begin = <Answer>(question: string, stands: string, read: () => Promise<Answer>): Promise<Answer> => {
    const [key, began] = [keyOf(question, stands), slow.now()]
    const reading = recall(key, read)
    underWay.set(question, { key, reading })
    const over = () => {
      if (underWay.get(question)?.reading === reading) underWay.delete(question)
    }
    reading.then(() => {
      over()
      slow.ended(question, { key, began })
    }, over)
    return reading
  }

  const behind = async <Answer>(
    before: Promise<unknown>,
    question: string,
    { now, read }: Reading<Answer>,
  ): Promise<Answer> => {
    await before.catch(() => undefined)
    let stands: string
    try {
      stands = await now()
    } finally {
      next.delete(question) // who asks from here on may have been told of a later present
    }
    return begin(question, stands, read)
  }

  /** What a slow reading found a moment ago. Its successor is begun when its time has come. */
  const findRecent = <Answer>(question: string, standing: string, read: () => Promise<Answer>) => {
    const recent = slow.find(question)
    if (recent === undefined || !knows(recent.key)) return undefined
    if (recent.rested && !underWay.has(question)) {
      begin(question, standing, read).catch(() => undefined) // whoever waits for the next one is told
    }
    return recall(recent.key, read)
  }

  return {
    recall: async <Answer>(question: string, standing: string, reading: Reading<Answer>) => {
      const [key, before] = [keyOf(question, standing), underWay.get(question)]
      if (knows(key) && before?.key !== key) return recall(key, reading.read)
      const recent = reading.dated ? findRecent(question, standing, reading.read) : undefined
      if (recent !== undefined) return recent
      if (before?.key === key) return recall(key, reading.read)
      if (before === undefined) return begin(question, standing, reading.read)
      const waited = next.get(question) ?? behind(before.reading, question, reading)
      next.set(question, waited)
      return waited as Promise<Answer>
    },
  }
}

const keyOf = (question: string, standing: string): string => `${standing} ${question}`

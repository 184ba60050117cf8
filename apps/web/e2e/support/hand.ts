import type { Locator } from 'playwright-core'

/**
 * Keystroke-level model (Card, Moran, Newell 1980), in seconds: a key, pointing at something and clicking it, and the
 * moment of thought before either.
 */
const SECONDS = { key: 0.28, click: 1.1, thought: 1.35 }
/** A Chinese character in pinyin with its choice. */
const KEYS_OF_HAN = 3

const keysOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? KEYS_OF_HAN : 1), 0)

/** What people's hands did in a story, so that a person's time can be reckoned from it; one thought an action. */
export type Hand = {
  /** For somebody's own hand at his own screen. */
  click: (target: Locator) => Promise<void>
  /** Points into a field and writes over what stands there. */
  type: (target: Locator, text: string) => Promise<void>
  /** Opens a choice and takes one of it. */
  choose: (target: Locator, value: string) => Promise<void>
  /** What is done outside of the page, in a spreadsheet or at the login. */
  elsewhere: (clicks: number, texts: readonly string[]) => void
  /** `machine`: seconds people waited. */
  reckon: (machine: number) => { clicks: number; keys: number; seconds: number; said: string }
}

export function createHand(): Hand {
  const done = { clicks: 0, keys: 0, thoughts: 0 }
  const add = (clicks: number, keys: number) => {
    done.clicks += clicks
    done.keys += keys
    done.thoughts += 1
  }
  return {
    click: async (target) => {
      await target.click()
      add(1, 0)
    },
    type: async (target, text) => {
      await target.fill(text)
      add(1, keysOf(text))
    },
    choose: async (target, value) => {
      await target.selectOption(value)
      add(2, 0)
    },
    elsewhere: (clicks, texts) => {
      for (let left = clicks; left > 0; left -= 1) add(1, 0)
      for (const text of texts) add(0, keysOf(text))
    },
    reckon: (machine) => {
      const { clicks, keys, thoughts } = done
      const seconds = clicks * SECONDS.click + keys * SECONDS.key + thoughts * SECONDS.thought + machine
      const minutes = (seconds / 60).toFixed(1)
      const said = `${clicks} clicks, ${keys} keys, ${thoughts} moments of thought, ${machine.toFixed(0)} s of the machine: ${minutes} minutes`
      return { clicks, keys, seconds, said }
    },
  }
}

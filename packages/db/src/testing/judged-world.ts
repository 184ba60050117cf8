import { buildDutyAssigned, buildItemListed } from '@lianxi/testkit/events-commitments'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { afterAll } from 'vitest'
import { z } from 'zod'
import { runJudgeStep } from '../judge/run-judge'
import { createPool } from '../pool'
import { createBoardWorld, type World } from './board-world'

const Row = z.object({
  ...{ status: z.string(), sentence: z.string(), ruleSet: z.int() },
  given: z.looseObject({ share: z.unknown().optional(), relative: z.unknown(), baseline: z.unknown() }),
})

export type JudgedWorld = World & {
  /** Carries all to the board and judges it; how many statuses changed. */
  judged: () => Promise<number>
  /** The region's office owes a target from now on, by an item that says no values of its own. */
  owe: (subject: string, region: string) => void
  /** What the judge says of a target in 2025Q3, and by what. */
  statusOf: (subject: string) => Promise<z.infer<typeof Row>>
}

/** The source of a region's reports. */
export const officeOf = (region: string) => ({ source: `${region}-FGJ`, time: '2025-10-10T00:00:00.000Z' })

/** The board's world with its judge, who judges when he is asked. */
export async function createJudgedWorld(): Promise<JudgedWorld> {
  const world = await createBoardWorld()
  const worker = createPool(world.url('worker_app'), { max: 2 })
  afterAll(() => worker.end())
  return {
    ...world,
    judged: async () => {
      await world.settle()
      for (let changed = 0; ;) {
        const step = await runJudgeStep(worker)
        if (step.kind === 'idle') return changed
        if (step.kind === 'judged') changed += step.changed
      }
    },
    owe: (subject, region) => {
      const [item, body] = [`L-${subject}`, `${region}-FGJ`]
      const target = { baseline: null, yearValue: null, path: [] }
      world.say(buildItemListed({ code: item, subject, region, leadBody: body, target }))
      world.say(buildDutyAssigned({ subject, region, body, items: [item] }))
    },
    statusOf: async (subject) => {
      const { rows } = await worker.query(
        `SELECT status, sentence, rule_set AS "ruleSet", detail #> '{inputs,given}' AS given FROM status
         WHERE subject = $1 AND period = '2025Q3'`,
        [subject],
      )
      return Row.parse(rows[0])
    },
  }
}

/** 西区's figures of a target one after the other, each a correction of the one before; gives the report's event. */
export function figuresOf({ say }: World, subject: string): (value: string) => string {
  let [revision, last]: [number, string | null] = [0, null]
  return (value) => {
    revision += 1
    const again = last === null ? {} : { revision, replaces: last, correctionReason: '核定' }
    const { id } = say(buildTargetReport({ subject, ...again, content: { value } }), officeOf('510403'))
    last = id
    return id
  }
}

import type { ParkedReason } from '@lianxi/schema/events/parked-reason'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import type { RawRecord } from '@lianxi/testkit/kafka/raw-records'
import { POISON } from '@lianxi/testkit/poison/kinds'
import { draftOf, recordOf } from '@lianxi/testkit/poison/message'
import { randomFrom } from '@lianxi/testkit/random'
import { encodedBy } from './message'
import type { Office } from './plan'

/** What a topic gets, and what must become of each message: a reason to park it, or undefined for a good one. */
export type Mixture = { records: RawRecord[]; fates: ({ kind: string; reason: ParkedReason } | undefined)[] }

const SUBJECTS = 40
/** What a good event may carry besides its own headers: nobody's business, and no trap either. */
const FOREIGN_HEADERS = {
  constructor: 'x',
  toString: ['x', null],
  '': null,
  'a\u0000': Buffer.from([0xff]),
  ['__proto__']: 'x',
}
/** Rare, because a broker's batch holds just one of them. */
const LARGE = ['as large as the topic allows', 'an enormous key', 'thousands of headers']
const EVERY_KIND = Object.entries(POISON).map(([name, kind]) => ({ name, ...kind }))
const SMALL_KINDS = EVERY_KIND.filter(({ name }) => !LARGE.includes(name))
const ROUNDS_WITHOUT_LARGE = 20

/** Each kind in turn; the large ones in some rounds only. */
const poisonInTurn = (count: number) => {
  const turns: typeof EVERY_KIND = []
  for (let round = 0; turns.length < count; round += 1) {
    turns.push(...(round % ROUNDS_WITHOUT_LARGE === 0 ? EVERY_KIND : SMALL_KINDS))
  }
  return turns.slice(0, count)
}

/**
 * `count` poisonous messages of every kind, with a good report before every fourth. Each good one corrects the one
 * before it of its subject, so a lost, doubled or displaced one would stand on the board as a conflict.
 */
export function mixturePoisoned(office: Office, count: number, seed: number): Mixture {
  const random = randomFrom(seed)
  const mixture: Mixture = { records: [], fates: [] }
  const standing = new Map<string, { id: string; revision: number }>()
  const event = encodedBy(office, buildTargetReport({ ...office }))
  let earlier = event.id
  const sayGood = (n: number) => {
    const subject = `XQ-145-T${n % SUBJECTS}`
    const before = standing.get(subject)
    const revision = (before?.revision ?? 0) + 1
    const said = encodedBy(
      office,
      buildTargetReport({
        ...office,
        subject,
        revision,
        replaces: before?.id ?? null,
        correctionReason: '更正',
        content: { value: `${n}` },
      }),
    )
    standing.set(subject, { id: said.id, revision })
    earlier = said.id
    const good = draftOf(said)
    mixture.records.push(recordOf(n % 10 === 0 ? { ...good, headers: { ...good.headers, ...FOREIGN_HEADERS } } : good))
    mixture.fates.push(undefined)
  }
  for (const [n, { name, reason, spoil }] of poisonInTurn(count).entries()) {
    if (n % 4 === 0) sayGood(n / 4)
    mixture.records.push(recordOf({ ...draftOf(event), ...spoil({ event, earlier, random }) }))
    mixture.fates.push({ kind: name, reason })
  }
  return mixture
}

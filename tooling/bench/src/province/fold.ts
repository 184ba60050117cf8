import { createHash } from 'node:crypto'
import { applyChunk } from '@lianxi/db/apply/apply-chunk'
import { runJudgeStep } from '@lianxi/db/judge/run-judge'
import { createPool } from '@lianxi/db/pool'
import { createMessageLog } from '@lianxi/db/testing/message-log'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import type { Pool } from 'pg'
import { asked, fellDue, isYearStart, listed, lists, opened, reference, yearBegins, yearOfQuarter } from './plan'
import { isCorrected, reportOf, type Saying, waveOf, WAVES } from './reports'
import { bodyOf, codeOf, type Copy, DAY, endOf, groupsOf, idOf, iso, nameOf, NOW, PROVED, QUARTERS } from './setting'
import { SAMPLE, samplesOf, ZONE } from './setting'

/** A transaction of the stream takes at most so many messages. */
const CHUNK = 1_000
type Urls = { worker_app: string; admin: string }

/**
 * Five years of a sample of the province through the product's own path: events encoded by their contracts, applied in
 * chunks, judged after each step of the calendar, under a clock that follows the years.
 */
export async function foldSample(urls: Urls, say: (line: string) => void): Promise<void> {
  const [worker, admin] = [createPool(urls.worker_app), createPool(urls.admin)]
  try {
    await admin.query('INSERT INTO demo_clock (id, moment) VALUES (1, $1)', [iso(yearBegins(2021) - DAY)])
    await new Folding(worker, admin).fold(say)
  } finally {
    await Promise.all([worker.end(), admin.end()])
  }
}

class Folding {
  private readonly log = createMessageLog()
  private readonly applied = new Map<string, number>()
  private readonly reported = new Map<string, string>()
  private readonly samples = [
    ...groupsOf(SAMPLE).map((group) => ({ copy: SAMPLE, group })),
    ...groupsOf(PROVED)
      .slice(0, 1)
      .map((group) => ({ copy: PROVED, group })),
  ].flatMap(({ copy, group }) => samplesOf(copy, group).map((sample) => ({ sample, copy })))

  constructor(
    private readonly worker: Pool,
    private readonly admin: Pool,
  ) {}

  async fold(say: (line: string) => void): Promise<void> {
    const begins = yearBegins(2021) - DAY
    for (const event of reference()) this.say(event, begins)
    for (const { sample, copy } of this.samples) this.say(listed(sample, copy), begins, copy)
    await this.apply(begins)
    for (const quarter of QUARTERS.keys()) {
      await this.foldQuarter(quarter)
      if (quarter % 4 === 3) say(`${yearOfQuarter(quarter)} folded and judged`)
    }
    await this.at(NOW)
  }

  private async foldQuarter(quarter: number): Promise<void> {
    if (isYearStart(quarter)) {
      const at = yearBegins(yearOfQuarter(quarter))
      for (const event of lists(yearOfQuarter(quarter))) this.say(event, at)
      for (const { sample, copy } of this.samples) {
        for (const event of asked(sample, yearOfQuarter(quarter))) this.say(event, at, copy)
      }
      await this.apply(at)
    }
    const end = endOf(quarter)
    this.say(opened(quarter), end)
    await this.apply(end)
    const due = end + 15 * DAY
    for (const wave of WAVES) {
      const at = end + wave * DAY
      if (at > NOW) return
      if (at > due) {
        this.say(fellDue(quarter), due)
        await this.apply(due)
      }
      this.sayReports(quarter, wave, at)
      await this.apply(at)
    }
  }

  /** What a quarter's wave says, with the corrections of the quarter before. */
  private sayReports(quarter: number, wave: number, at: number): void {
    for (const { sample, copy } of this.samples) {
      for (const region of sample.regions) {
        if (waveOf(sample, region, quarter) === wave) this.report({ sample, region, quarter, wave }, at, copy)
        const before = quarter - 1
        if (before < 0 || waveOf(sample, region, before) !== wave || !isCorrected(sample, region, before)) continue
        this.report({ sample, region, quarter: before, wave }, at, copy)
      }
    }
  }

  private report(saying: Omit<Saying, 'before'>, at: number, copy: Copy): void {
    const { sample, region, quarter } = saying
    const cell = `${sample.code} ${region} ${quarter}`
    const event = reportOf({ ...saying, before: this.reported.get(cell) })
    this.reported.set(cell, this.say(event, at, copy, bodyOf(region, sample.kind)))
  }

  private say(event: LianxiEvent, at: number, copy = SAMPLE, source = `${ZONE}-LXB`): string {
    const id = idFor(event, at, copy)
    this.log.say(event, { id, zone: ZONE, source, time: iso(at) })
    return id
  }

  private at = (moment: number) => this.admin.query('UPDATE demo_clock SET moment = $1', [iso(moment)])

  /** Carries what was said to the board and judges until nothing waits. */
  private async apply(moment: number): Promise<void> {
    await this.at(moment)
    for (const topic of this.log.topics()) {
      const messages = this.log.messages(topic).length
      for (let from = this.applied.get(topic) ?? 0; from < messages; from += CHUNK) {
        const to = Math.min(messages, from + CHUNK)
        const result = await applyChunk(this.worker, this.log.chunk(topic, from, to))
        if (result.kind !== 'applied' || result.parked > 0) throw new Error(`${topic}: ${JSON.stringify(result)}`)
        this.applied.set(topic, to)
      }
    }
    for (;;) {
      const step = await runJudgeStep(this.worker)
      if (step.kind !== 'judged') break
      if (step.failures.length > 0) throw step.failures[0]?.error ?? new Error('the rules threw')
    }
  }
}

/** An id that says the moment, the copy and the words of the sample: a copy's differs from it in the copy alone. */
function idFor(event: LianxiEvent, at: number, copy: Copy): string {
  const time = at.toString(16).padStart(12, '0')
  const words = [codeOf, nameOf, idOf].reduce((all, of) => all.replaceAll(of(copy), of(SAMPLE)), JSON.stringify(event))
  const mark = createHash('sha256').update(inSample(words, copy)).digest('hex').slice(0, 12)
  return `${time.slice(0, 8)}-${time.slice(8)}${idOf(copy)}${mark}`
}

/** The same words about the sample's regions. */
const inSample = (words: string, copy: Copy): string =>
  groupsOf(copy).reduce((all, { regions }, at) => {
    const own = groupsOf(SAMPLE)[at]?.regions ?? regions
    return regions.reduce((text, { code }, side) => text.replaceAll(code, own[side]?.code ?? code), all)
  }, words)

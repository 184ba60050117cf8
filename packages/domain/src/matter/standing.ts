import type { MatterKind } from '@lianxi/schema/vocabulary'

/** What the reports of one subject in one region leave open: a problem in words, and what needs coordination. */
export type Standing = { problem: string; coordination: readonly Coordination[] }
export type Coordination = { kind: MatterKind; text: string }
/** A report as far as it says what is open; `nil`: 本期无变化. */
export type SaidOfMatters = { nil: boolean; problems: string; matters: readonly Coordination[] }
/** `what`: 存在问题, or the kind of a 需协调事项. */
export type Matter = { what: 'problem' | MatterKind; text: string }

const NOTHING: Standing = { problem: '', coordination: [] }

/**
 * What is open after these reports, oldest first: what the last one says. 本期无变化 leaves open what was before, but for
 * the words it has itself.
 */
export const standingOf = (said: readonly SaidOfMatters[]): Standing =>
  said.reduce<Standing>((before, { nil, problems, matters }) => {
    const problem = problems.trim()
    return {
      problem: nil && problem === '' ? before.problem : problem,
      coordination: nil && matters.length === 0 ? before.coordination : matters,
    }
  }, NOTHING)

/** Takes away, as often as it is there, what both lists have under one name; what is left of each, in its order. */
function apart<Item>(a: readonly Item[], b: readonly Item[], nameOf: (item: Item) => string): [Item[], Item[]] {
  const left = [...b]
  const only = a.filter((item) => {
    const at = left.findIndex((other) => nameOf(other) === nameOf(item))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [only, left]
}

/**
 * What was opened and what was closed from one standing to another. Offices write the same thing anew in other words, so
 * a problem said otherwise is the same problem, and of coordination those of one kind are the same as long as there are
 * as many: nobody is told that something is settled because it was reworded.
 */
export function matterChanges(before: Standing, after: Standing): { opened: Matter[]; closed: Matter[] } {
  const [then, now] = apart(before.coordination, after.coordination, ({ kind, text }) => `${kind} ${text.trim()}`)
  const [gone, come] = apart(then, now, ({ kind }) => kind)
  const matter = ({ kind: what, text }: Coordination): Matter => ({ what, text: text.trim() })
  const problem = (one: Standing, other: Standing): Matter[] =>
    one.problem !== '' && other.problem === '' ? [{ what: 'problem', text: one.problem }] : []
  return {
    opened: [...problem(after, before), ...come.map(matter)],
    closed: [...problem(before, after), ...gone.map(matter)],
  }
}

import type { MechanismStated } from '@lianxi/schema/events/facts'
import type { MechanismFact } from '@lianxi/schema/vocabulary'
import type { MechanismRow } from '../rows/mechanism'

type Source = { document: string; line: number }
type Stated<Value> = { value: Value; source: Source } | null

const list = (value: string | readonly string[]): string[] => (typeof value === 'string' ? [value] : [...value])

/**
 * A mechanism as stated facts, every kind once, also those the plan does not speak of. `planOf`: which of the zone's
 * plans a document is; `nameOf`: a region's name.
 */
export function mechanismFacts(
  row: MechanismRow,
  { planOf, nameOf }: { planOf: (document: string) => string | undefined; nameOf: (region: string) => string },
): MechanismStated[] {
  const fact = <Value>(
    kind: MechanismFact,
    stated: Stated<Value>,
    read: (value: Value) => string[],
  ): MechanismStated => {
    const plan = stated === null ? undefined : planOf(stated.source.document)
    return {
      ...{ of: row.code, fact: kind, said: stated === null ? null : read(stated.value) },
      source: stated === null || plan === undefined ? null : { plan, line: stated.source.line },
    }
  }
  const { tiers, assessment, supportingBodies, midTermReview, specialTools } = row
  const tools: Stated<string[]> =
    specialTools[0] === undefined
      ? null
      : { value: specialTools.map(({ value }) => value), source: specialTools[0].source }
  return [
    fact('review-body', row.reviewBody, list),
    fact('review-duties', row.reviewBodyDuties, list),
    fact('list-lead', row.listLead, list),
    fact('list-name', row.listName, list),
    fact('list-method', row.listMethod, list),
    fact('responsible-regions', row.responsibleRegions, (regions) => regions.map(nameOf)),
    fact('support', supportingBodies, ({ bodies, duties }) => [...list(bodies), ...duties]),
    fact('tiers', tiers, ({ levels, of }) => [...levels, of]),
    fact('assessment', assessment, (said) => Object.values(said).flatMap(list)),
    fact('outputs', row.outputs, list),
    fact('mid-term-review', midTermReview, (review) =>
      review.stated ? [review.by, review.when, review.to, review.revision] : [review.what],
    ),
    fact('public-participation', row.publicParticipation, list),
    fact('tools', tools, list),
  ]
}

import { documentKind } from '@lianxi/schema/document-kind'
import type { PlanListed, Source } from '@lianxi/schema/events/facts'

type Document = Pick<PlanListed, 'name' | 'documentNumber' | 'issuedOn' | 'kind'>

/** A decision or minutes, whose matters are done on a day; not a plan that promises for years. */
export const isDecision = ({ kind }: Pick<PlanListed, 'kind'>): boolean => kind !== undefined && kind !== 'plan'

/** 依据 of an item that comes from a decision: which document, by number or day, and where in it. Null: from a plan. */
export function basisText(document: Document, { chapter, section, line }: Source): string | null {
  if (document.kind === undefined || !isDecision(document)) return null
  const known = document.documentNumber ?? document.issuedOn
  const where = [chapter, section, line === null ? null : `第${line}行`].filter((part) => part !== null)
  return [
    `${documentKind.labels[document.kind]}《${document.name}》${known === null ? '' : `（${known}）`}`,
    ...where,
  ].join(' ')
}

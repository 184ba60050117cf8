import { revisedProject, revisedTarget } from '@lianxi/domain/plan-revision/aim'
import type { RevisionSubject } from '@lianxi/domain/plan-revision/decide'
import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import type { ProjectRevised, RevisionProposed, TargetRevised } from '@lianxi/schema/events/revisions'
import { grouped, moneyWords, withUnit } from '@lianxi/schema/figure-words'
import { targetPromise } from '../base/promise-text'

type Sides = { before: string; after: string }

/** What a revision changes, before and after; single years only where they differ. */
function sides<Doc extends TargetListed | ProjectListed>(
  [before, after]: [Doc, Doc],
  words: (doc: Doc) => string,
  years: (doc: Doc) => string,
): Sides {
  const [then, now] = [years(before), years(after)]
  const whole = (doc: Doc, own: string) => (then === now ? words(doc) : `${words(doc)}；分年：${own || '无'}`)
  return { before: whole(before, then), after: whole(after, now) }
}

const targetYears = ({ yearly = [], unit }: TargetListed): string =>
  yearly.map(({ year, value }) => `${year}年 ${withUnit(grouped(value), unit)}`).join('、')
const projectYears = ({ yearly = [] }: ProjectListed): string =>
  yearly.map(({ year, planWan }) => `${year}年 ${moneyWords(planWan)}`).join('、')

const projectWords = ({ investmentWan, startYear, endYear }: ProjectListed): string => {
  const total = investmentWan === null ? '总投资未列' : `总投资 ${moneyWords(investmentWan)}`
  return startYear === null && endYear === null ? total : `${total}，${startYear ?? '—'}–${endYear ?? '—'}年`
}

const targetSides = (before: TargetListed, after: TargetListed) =>
  sides([before, after], (doc) => targetPromise(doc, null) ?? '定性', targetYears)
const projectSides = (before: ProjectListed, after: ProjectListed) => sides([before, after], projectWords, projectYears)

export const revisedWords = (doc: TargetRevised | ProjectRevised): Sides =>
  'target' in doc ? targetSides(doc.before, doc.target) : projectSides(doc.before, doc.project)

/** As it stood when it was proposed: a correction since is not the proposal's. */
export function proposedWords(subject: RevisionSubject, { target, project }: RevisionProposed): Sides {
  if (subject.kind === 'target' && target !== null) {
    return targetSides(revisedTarget(subject.doc, target.before), revisedTarget(subject.doc, target.after))
  }
  if (subject.kind === 'project' && project !== null) {
    return projectSides(revisedProject(subject.doc, project.before), revisedProject(subject.doc, project.after))
  }
  return { before: '—', after: '—' }
}

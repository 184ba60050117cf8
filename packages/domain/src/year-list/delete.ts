import { grouped, moneyWords } from '@lianxi/schema/figure-words'
import { itemAnswer } from '@lianxi/schema/vocabulary'
import { by, happened, type ListContext, type ListDecision, refused } from './context'
import type { ListItem, ListStep, YearList } from './state'
import { proposalText } from './words'

export type Deleting = { reason: string }

/**
 * A list that was begun by mistake. Nobody but its drafter has seen a draft; one that was sent out the regions have read
 * and perhaps answered, so they are told why it is gone. What it was goes into the step, word for word.
 */
export function remove({ reason }: Deleting, list: YearList, context: ListContext): ListDecision {
  if (list.phase === 'consulting' && reason.trim() === '') return refused('reason-required', 'reason')
  const { zone: _zone, code: _code, ...was } = list
  const step: ListStep = { type: 'deleted', item: null, reason: reason.trim(), was, ...by(context) }
  return happened(step)
}

/** One item of a deleted list in a line: what was asked of whom, and what was said to it. */
export function deletedItemText(
  { position, content, answer, said }: ListItem,
  { bodies, regions, subjectNames }: Pick<ListContext, 'bodies' | 'regions' | 'subjectNames'>,
): string {
  const { subject, region, body, target, project } = content
  const value = target?.yearValue ?? null
  const planWan = project?.planWan ?? null
  const figure = value !== null ? grouped(value.value) : planWan === null ? '未定' : moneyWords(planWan)
  const what = `${position}. ${subjectNames.get(subject) ?? ''}（${subject}，${regions.get(region)?.name ?? region}）`
  const words = said === null ? '' : `，${said.reason}${proposalText(said.proposal)}（${said.by}）`
  return `${what}：当年 ${figure}；填报 ${bodies.get(body)?.name ?? body}；${itemAnswer.labels[answer]}${words}`
}

import { canonical, findNumber } from '@lianxi/office-files/plain-number'
import { type Entry, NOT_YET } from '@lianxi/schema/commands/entry'
import { matterKind, stage } from '@lianxi/schema/vocabulary'

/** What stands in a row's inputs, by field; a field that is not there has no column. */
export type InputCells = Record<string, string>

/** How a cell says that a qualitative target is not done yet. */
export const NOT_DONE = '未完成'

/** A milestone of this name has a column of its own. */
export const STARTED = '开工'

/** 1,234.50 and 1234.5 are one figure; what is no number stays as it was typed. */
function figure(typed: string): string {
  const number = findNumber({ text: typed, percent: false })
  return number === undefined || number.percent ? typed.trim() : canonical(number.value)
}

const plain = (typed: string): string => typed.replace(/\r\n?/g, '\n').trim()

/** An entry as the sheet's inputs say it: what goes out, and what two entries are compared by. */
export function cellsOf(entry: Entry): InputCells {
  const nil = entry.nil ? '是' : ''
  if (entry.kind === 'target') {
    const { value, doneOn, note, problems, nextStep, figureSource } = entry
    return {
      ...{
        value: figure(value),
        doneOn: doneOn === NOT_YET ? NOT_DONE : (doneOn ?? ''),
        note: plain(note),
        problems: plain(problems),
      },
      ...{ nextStep: plain(nextStep), figureSource: plain(figureSource), nil },
    }
  }
  const { milestones, matters } = entry
  const started = milestones.findIndex(({ name }) => name === STARTED)
  return {
    investedYearWan: figure(entry.investedYearWan),
    investedTotalWan: figure(entry.investedTotalWan),
    stage: entry.stage === null ? '' : stage.labels[entry.stage],
    progressPercent: figure(entry.progressPercent),
    physicalProgress: plain(entry.physicalProgress),
    startedOn: milestones[started]?.reachedOn ?? '',
    milestones: milestones
      .filter((_, index) => index !== started)
      .map(({ name, reachedOn }) => `${plain(name)} ${reachedOn}`)
      .join('\n'),
    problems: plain(entry.problems),
    matters: matters
      .map(({ kind, text }) => `${matterKind.labels[kind]}：${plain(text).replace(/\n+/g, ' ')}`)
      .join('\n'),
    nextStep: plain(entry.nextStep),
    nil,
  }
}

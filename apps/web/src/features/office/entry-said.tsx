import { type Entry, NOT_YET } from '@lianxi/schema/commands/entry'
import { matterKind, stage as stages } from '@lianxi/schema/vocabulary'
import { withUnit } from '@lianxi/schema/figure-words'
import { grouped, groupedAsTyped } from '@/features/ui/format'
import { PROJECT_TITLES, TARGET_TITLES } from './titles'
import s from '@/features/subject/subject.module.css'

/** A sum with its unit; what is not a number yet stays as typed. */
const sum = (title: string, typed: string): [string, string] => [
  title.replace('（万元）', ''),
  /^\d+$/.test(typed) ? `${grouped(typed)} 万元` : typed,
]

/** Of a qualitative target: the day as typed, or that it is not done yet. */
export const doneWords = (said: string): string => (said === NOT_YET ? '尚未完成' : said)

/** An entry as terms and words, empty ones left out; as typed, because it may not be a figure yet. */
export function wordsOf(entry: Entry, unit: string | null): [term: string, words: string][] {
  const common: [string, string][] = [
    [TARGET_TITLES.problems, entry.problems],
    [TARGET_TITLES.nextStep, entry.nextStep],
  ]
  const nil: [string, string][] = entry.nil ? [[TARGET_TITLES.nil, '是']] : []
  if (entry.kind === 'target') {
    const value: [string, string] = [
      TARGET_TITLES.value,
      entry.value === '' ? '' : withUnit(groupedAsTyped(entry.value), unit),
    ]
    return [
      ...nil,
      value,
      [TARGET_TITLES.doneOn, doneWords(entry.doneOn ?? '')],
      [TARGET_TITLES.figureSource, entry.figureSource],
      [TARGET_TITLES.note, entry.note],
      ...common,
    ]
  }
  return [
    ...nil,
    [PROJECT_TITLES.stage, entry.stage === null ? '' : stages.labels[entry.stage]],
    sum(PROJECT_TITLES.investedYearWan, entry.investedYearWan),
    sum(PROJECT_TITLES.investedTotalWan, entry.investedTotalWan),
    [
      PROJECT_TITLES.progressPercent.replace('（%）', ''),
      entry.progressPercent === '' ? '' : `${entry.progressPercent}%`,
    ],
    [PROJECT_TITLES.physicalProgress, entry.physicalProgress],
    [PROJECT_TITLES.milestones, entry.milestones.map(({ name, reachedOn }) => `${reachedOn} ${name}`).join('\n')],
    [PROJECT_TITLES.matters, entry.matters.map(({ kind, text }) => `${matterKind.labels[kind]}：${text}`).join('\n')],
    ...common,
  ]
}

export function EntrySaid({ entry, unit }: { entry: Entry; unit: string | null }) {
  return (
    <dl className={s.said}>
      {wordsOf(entry, unit)
        .filter(([, words]) => words !== '')
        .map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  )
}

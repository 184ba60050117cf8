import type { ReportMade } from '@lianxi/schema/views/subject'
import { matterKind, stage as stages } from '@lianxi/schema/vocabulary'
import { grouped, wan } from '@/features/ui/format'
import s from './subject.module.css'

type Said = [term: string, words: string]

function figures(content: ReportMade['content']): Said[] {
  if (content.kind === 'target') {
    return [
      ['完成值', content.value === null ? '' : grouped(content.value)],
      ['完成情况', content.doneOn === undefined ? '' : content.doneOn === null ? '尚未完成' : `${content.doneOn} 完成`],
      ['数据来源', content.figureSource],
      ['进展说明', content.note],
    ]
  }
  return [
    ['阶段', content.stage === null ? '' : stages.labels[content.stage]],
    ['形象进度', content.progressPercent === null ? '' : `${content.progressPercent}%`],
    ['本年完成投资', content.investedYearWan === null ? '' : `${wan(content.investedYearWan)} 万元`],
    ['累计完成投资', content.investedTotalWan === null ? '' : `${wan(content.investedTotalWan)} 万元`],
    ['形象进度描述', content.physicalProgress],
    ['已完成节点', content.milestones.map(({ name, reachedOn }) => `${reachedOn} ${name}`).join('\n')],
    ['需协调事项', content.matters.map(({ kind, text }) => `${matterKind.labels[kind]}：${text}`).join('\n')],
  ]
}

/** A published report in words, only what it says. */
export function ReportSaid({ report }: { report: ReportMade }) {
  const { content } = report
  const said: Said[] = [
    ...(content.nil ? [['本期无变化', '同上期'] satisfies Said] : figures(content)),
    ['存在问题', content.problems],
    ['下步安排', content.nextStep],
    ['更正原因', report.correctionReason ?? ''],
    ...report.objections.map(({ message }): Said => ['系统核对', message]),
    ...report.unanswered.map(({ message }): Said => ['提示（未说明原因）', message]),
    ...report.warnings.map((warning): Said => ['提示与说明', `${warning.message} 说明：${warning.reason}`]),
  ]
  return (
    <dl className={s.said}>
      {said
        .filter(([, words]) => words !== '')
        .map(([term, words]) => (
          <div key={`${term} ${words}`}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  )
}

import type { ProjectPromise, SubjectView, TargetPromise } from '@lianxi/schema/views/subject'
import { basis, stage as stages } from '@lianxi/schema/vocabulary'
import { withUnit } from '@lianxi/schema/figure-words'
import { promised } from '@/features/board/promise-words'
import { grouped, moneyInWords } from '@/features/ui/format'
import { type Fact, Facts, Source } from './facts'

/** A growth rate’s baseline is the level it starts from, in another unit; its note says what it is. */
export function targetFacts(target: TargetPromise): Fact[] {
  const { baseline, value, valueHigh, unit } = target
  return [
    [
      '规划目标',
      value === null
        ? '定性'
        : `${withUnit(promised(target.comparator, value, valueHigh), unit)}（${target.targetYear}年）`,
    ],
    [
      '基期值',
      baseline === null
        ? '规划未列基期值'
        : `${withUnit(grouped(baseline.value), target.basis === 'growth' ? null : unit)}（${baseline.year}年）${baseline.note === null ? '' : ` ${baseline.note}`}`,
    ],
    ['口径', basis.labels[target.basis]],
    ['指标', target.indicator?.name],
    ['要求', target.standing ? '规划期内始终须保持' : null],
  ]
}

export function projectFacts(project: ProjectPromise): Fact[] {
  const { startYear, endYear } = project
  return [
    ['总投资', project.investmentWan === null ? '规划未列' : moneyInWords(project.investmentWan)],
    ['建设年限', startYear === null && endYear === null ? null : `${startYear ?? '—'}–${endYear ?? '—'}`],
    ['规划所述阶段', project.stage === null ? null : stages.labels[project.stage]],
    ['规划期末成果', project.plannedOutcome],
    ['建设规模', project.scale],
    ['类别', project.category],
    ['所在地区', project.regions.join('、')],
  ]
}

/** What was promised, by when, and where the plan says it. */
export function PromiseFacts({ subject }: { subject: SubjectView }) {
  const promise =
    subject.target === null
      ? subject.project === null
        ? []
        : projectFacts(subject.project)
      : targetFacts(subject.target)
  return <Facts facts={[...promise, ['出处', <Source key="source" source={subject.source} />]]} />
}

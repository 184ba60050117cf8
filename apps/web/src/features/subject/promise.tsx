import type { ItemView, ProjectPromise, SubjectView, TargetPromise } from '@lianxi/schema/views/subject'
import { basis, stage as stages, type ValueOrigin } from '@lianxi/schema/vocabulary'
import { withUnit } from '@lianxi/schema/figure-words'
import { originNote } from '@lianxi/schema/origin-note'
import { promised } from '@/features/board/promise-words'
import { grouped, moneyInWords } from '@/features/ui/format'
import { type Fact, Facts, Source } from './facts'

/** A growth rate’s baseline is the level it starts from, in another unit; its note says what it is. */
const startUnit = ({ basis: by, unit }: TargetPromise) => (by === 'growth' ? null : unit)

export function targetFacts(target: TargetPromise): Fact[] {
  const { baseline, value, valueHigh, unit } = target
  return [
    [
      '规划目标',
      value === null
        ? '定性'
        : `${withUnit(promised(target.comparator, value, valueHigh), unit)}（${target.targetYear}年）`,
    ],
    ['规划目标所属', target.of],
    [
      '基期值',
      baseline === null
        ? '规划未列基期值'
        : `${withUnit(grouped(baseline.value), startUnit(target))}（${baseline.year}年）${baseline.note === null ? '' : ` ${baseline.note}`}`,
    ],
    ['口径', basis.labels[target.basis]],
    ['指标', target.indicator?.name],
    ['要求', target.standing ? '规划期内始终须保持' : null],
  ]
}

const ofList = (item: ItemView, origin: ValueOrigin): string =>
  `${item.region.shortName}，${item.year}年度清单${originNote(origin)}`

/** What lists say beside the plan, of each region its latest: where it starts, and what a project costs in all. */
export function listedFacts(items: readonly ItemView[], target: TargetPromise | null): Fact[] {
  const unit = target === null ? null : startUnit(target)
  const regions = [...new Set(items.map(({ region }) => region.code))]
  const latest = (says: (item: ItemView) => boolean) =>
    regions.flatMap((code) => {
      const [found] = items.filter((item) => item.region.code === code && says(item)).sort((a, b) => b.year - a.year)
      return found === undefined ? [] : [found]
    })
  const starts = latest(({ target }) => (target?.baseline ?? null) !== null).flatMap((item) => {
    const from = item.target?.baseline ?? null
    return from === null
      ? []
      : [`${withUnit(grouped(from.value), unit)}（${from.year}年；${ofList(item, from.origin)}）`]
  })
  const totals = latest(({ project }) => (project?.totalWan ?? null) !== null).flatMap((item) => {
    const { totalWan = null, origin = 'list' } = item.project ?? {}
    return totalWan === null ? [] : [`${moneyInWords(totalWan)}（${ofList(item, origin)}）`]
  })
  return [
    ['清单基期值', starts.join('；')],
    ['清单总投资', totals.join('；')],
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
      : targetFacts(subject.target).filter(([term, said]) => term !== '指标' || said !== subject.name)
  const listed = listedFacts(subject.items, subject.target)
  return <Facts facts={[...promise, ...listed, ['出处', <Source key="source" source={subject.source} />]]} />
}

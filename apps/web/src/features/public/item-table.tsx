import { periodLabel } from '@lianxi/schema/period'
import type { PublicFigure, PublicItem } from '@lianxi/schema/views/public'
import { stage as stages, type ValueOrigin } from '@lianxi/schema/vocabulary'
import { withUnit } from '@lianxi/schema/figure-words'
import { originNote } from '@lianxi/schema/origin-note'
import { placeOf, promised } from '@/features/board/promise-words'
import { grouped, moneyInWords } from '@/features/ui/format'
import s from './public.module.css'

/** `（演示）` of what neither a plan nor a list says. */
const noteOf = (origin: ValueOrigin | null): string => {
  const note = origin === null ? '' : originNote(origin)
  return note === '' ? '' : `（${note.slice(1)}）`
}

/** What was promised for the year, and below it for the whole plan. */
function Promised({ item: { unit, target, project } }: { item: PublicItem }) {
  if (project !== null) {
    const { planWan, planOrigin, totalWan, totalOrigin, outcome } = project
    const whole = [
      totalWan === null ? null : `总投资 ${moneyInWords(totalWan)}${noteOf(totalOrigin)}`,
      outcome === null ? null : `规划要求：${outcome}`,
    ].filter((one) => one !== null)
    return (
      <>
        {planWan === null ? '–' : `本年计划投资 ${moneyInWords(planWan)}${noteOf(planOrigin)}`}
        {whole.length === 0 ? null : <span className="sub">{whole.join('；')}</span>}
      </>
    )
  }
  if (target === null) return '–'
  const { comparator, planValue, planValueHigh, planOf, targetYear, yearValue, baseline } = target
  const plan = `${planOf ?? ''}规划目标 ${withUnit(promised(comparator, planValue, planValueHigh), planValue === null ? null : unit)}（${targetYear}年）`
  return (
    <>
      {yearValue === null
        ? plan
        : `本年 ${withUnit(promised(comparator, yearValue.value, null), unit)}${noteOf(yearValue.origin)}`}
      <span className="sub">
        {[
          yearValue === null ? null : plan,
          baseline === null
            ? null
            : `基期 ${withUnit(grouped(baseline.value), unit)}（${baseline.year}年${originNote(baseline.origin)}）`,
        ]
          .filter((one) => one !== null)
          .join('；')}
      </span>
    </>
  )
}

function figureWords(
  { value, doneOn, stage, progressPercent, investedYearWan }: PublicFigure,
  unit: string | null,
): string {
  const words = [
    value === null ? null : withUnit(grouped(value), unit),
    doneOn === null ? null : `${doneOn} 完成`,
    stage === null ? null : stages.labels[stage],
    progressPercent === null ? null : `形象进度 ${progressPercent}%`,
    investedYearWan === null ? null : `本年完成投资 ${moneyInWords(investedYearWan)}`,
  ]
  return words.filter((one) => one !== null).join('，')
}

const dated = ({ period, reportedOn, revision }: PublicFigure): string =>
  `${periodLabel(period)}，${reportedOn} 报送${revision > 1 ? '，经更正' : ''}`

function Figures({ item: { figures, unit } }: { item: PublicItem }) {
  const [latest, ...earlier] = figures
  if (latest === undefined) return <span className="quiet">尚未发布</span>
  const said = [latest.text, latest.figureSource === '' ? '' : `数据来源：${latest.figureSource}`].filter(
    (one) => one !== '',
  )
  return (
    <>
      <b>{figureWords(latest, unit)}</b>
      <span className="sub">{dated(latest)}</span>
      {said.map((one) => (
        <span key={one} className="sub">
          {one}
        </span>
      ))}
      {earlier.length === 0 ? null : (
        <details className={s.earlier}>
          <summary>以前各期（{earlier.length}）</summary>
          <ul>
            {earlier.map((figure) => (
              <li key={figure.period}>
                {figureWords(figure, unit)}
                <span className="sub">{dated(figure)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function From({ source }: Pick<PublicItem, 'source'>) {
  const { planName, documentNumber, line } = source
  const place = [placeOf(source), line === null ? '' : `第 ${line} 行`].filter((one) => one !== '').join('，')
  return (
    <>
      《{planName}》{documentNumber === null ? '' : documentNumber}
      <span className="sub">{place}</span>
    </>
  )
}

/** Each item once, with what was promised, what is released and where it stands; never in the order of a value. */
export function ItemTable({ items, withRegion }: { items: PublicItem[]; withRegion: boolean }) {
  return (
    <table className={`cards ${s.items ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">事项</th>
          {withRegion ? <th scope="col">地区</th> : null}
          <th scope="col">目标或计划</th>
          <th scope="col">已发布的完成情况</th>
          <th scope="col">牵头单位、时限</th>
          <th scope="col">出处</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.item}>
            <th scope="row">
              {item.name}
              <span className="sub">
                {item.subject} · {item.field} · {item.year}年
              </span>
            </th>
            {withRegion ? (
              <td data-label="地区" className="nowrap">
                {item.region.shortName}
              </td>
            ) : null}
            <td data-label="目标或计划">
              <div>
                <Promised item={item} />
              </div>
            </td>
            <td data-label="完成情况">
              <div>
                <Figures item={item} />
              </div>
            </td>
            <td data-label="牵头单位">
              <div>
                {item.leadBody}
                <span className="sub">{item.deadline} 前</span>
              </div>
            </td>
            <td data-label="出处">
              <div>
                <From source={item.source} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

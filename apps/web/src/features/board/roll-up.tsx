import { LACK_LABELS, type ZoneRollUp } from '@lianxi/schema/views/roll-up'
import type { RegionName } from '@lianxi/schema/views/common'
import { status as statuses } from '@lianxi/schema/status-vocabulary'
import { Drawn } from '@/features/drawn/drawn'
import { figure, grouped, percent } from '@/features/ui/format'
import { StatusOf } from '@/features/ui/status-mark'
import s from './board.module.css'
import { subjectHref, type Time } from './links'
import { promised } from './promise-words'
import { howOf, lackingOf } from './roll-up-words'

const makesFigure = ({ aggregate }: ZoneRollUp): boolean => aggregate !== null && aggregate !== 'none'

/** The zone's figure, or what is known of it with the names of those that are missing. */
function Together({ rollUp }: { rollUp: ZoneRollUp }) {
  if (!makesFigure(rollUp)) return <span className="quiet">—</span>
  if (rollUp.value !== null) return <b data-roll-up={rollUp.subject}>{grouped(rollUp.value)}</b>
  return (
    <div data-roll-up={rollUp.subject}>
      {rollUp.partial === null ? '—' : `部分 ${grouped(rollUp.partial)}`}
      <span className="sub">缺：{lackingOf(rollUp).join('、')}</span>
    </div>
  )
}

/** In the list of targets, beside a region's own figure. */
export function ZoneSum({ rollUp }: { rollUp: ZoneRollUp }) {
  if (!makesFigure(rollUp)) return null
  const { value, partial } = rollUp
  return (
    <span className="sub">
      全区{howOf(rollUp)} {figure(value ?? partial)}
      {value === null ? `（缺：${lackingOf(rollUp).join('、')}）` : ''}
    </span>
  )
}

function Part({ rollUp, region }: { rollUp: ZoneRollUp; region: RegionName }) {
  const part = rollUp.parts.find((one) => one.region.code === region.code)
  if (part === undefined || (part.value === null && part.lacks === 'not-asked'))
    return (
      <td className="num" data-label={region.shortName} data-empty="true">
        <span className="quiet">{part === undefined ? '—' : LACK_LABELS['not-asked']}</span>
      </td>
    )
  return (
    <td className="num" data-label={region.shortName}>
      <div>
        {figure(part.value)}
        {part.lacks === null ? null : <span className="sub">{LACK_LABELS[part.lacks]}</span>}
        {part.weight === null ? null : <span className="sub">权数 {grouped(part.weight)}</span>}
        {part.subject === null || part.subject === rollUp.subject ? null : (
          <span className="sub">按 {part.subject} 所报</span>
        )}
      </div>
    </td>
  )
}

function Inside({ rollUp, time }: { rollUp: ZoneRollUp; time: Time }) {
  return (
    <td data-label="区内对照" data-empty={rollUp.inside.length === 0}>
      {rollUp.inside.length === 0 ? '—' : null}
      {rollUp.inside.map(({ region, within, subject, value, sharePercent }) => (
        <div key={region.code}>
          <a href={subjectHref('target', subject, time)}>{region.shortName}</a> {grouped(value)}
          {sharePercent === null ? '' : `，占${within.shortName} ${percent(sharePercent)}`}
        </div>
      ))}
    </td>
  )
}

type TableProps = { rollUps: ZoneRollUp[]; time: Time }

function Table({ rollUps, time }: TableProps) {
  const regions = rollUps[0]?.parts.map(({ region }) => region) ?? []
  return (
    <div className="scroll" role="region" aria-label="全区汇总各项" tabIndex={0}>
      <table className="cards" data-list="roll-ups">
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="num">
              规划目标
            </th>
            <th scope="col">汇总方式</th>
            <th scope="col" className="num">
              全区
            </th>
            <th scope="col">状态</th>
            {regions.map((region) => (
              <th key={region.code} scope="col" className="num">
                {region.name}
              </th>
            ))}
            <th scope="col">区内对照（不重复计入）</th>
          </tr>
        </thead>
        <tbody>
          {rollUps.map((rollUp) => (
            <tr key={rollUp.subject} data-key={rollUp.subject}>
              <td>
                <a href={subjectHref('target', rollUp.subject, time)}>{rollUp.name}</a>
                <span className="sub">{rollUp.unit}</span>
              </td>
              <td data-label="规划目标" className="num">
                <div>
                  {promised(rollUp.comparator, rollUp.planValue, rollUp.planValueHigh)}
                  <span className="sub">{rollUp.targetYear}年</span>
                </div>
              </td>
              <td data-label="汇总方式">{howOf(rollUp)}</td>
              <td data-label="全区" className="num">
                <Together rollUp={rollUp} />
              </td>
              <td data-label="状态">
                <StatusOf mark={rollUp.mark} />
              </td>
              {regions.map((region) => (
                <Part key={region.code} rollUp={rollUp} region={region} />
              ))}
              <Inside rollUp={rollUp} time={time} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Targets of the zone with their regions' figures side by side and, where the indicator says how, put together. */
export const RollUpTable = (props: TableProps) => (
  <Drawn what="roll-ups" of={props.rollUps} also={props.time}>
    <Table {...props} />
  </Drawn>
)

/** How this one was made, in a sentence. */
export function RollUpNote({ rollUp }: { rollUp: ZoneRollUp }) {
  const missing = lackingOf(rollUp)
  return (
    <p className="note">
      {rollUp.mark === null ? '' : `${statuses.labels[rollUp.mark.status]}：${rollUp.mark.sentence}`}
      {makesFigure(rollUp)
        ? `按指标的汇总方式（${howOf(rollUp)}）由责任主体所报得出，退回的不计入；所属地区只作对照，不重复计入。`
        : `${howOf(rollUp)}：各地所报只并列，不得出全区数。`}
      {makesFigure(rollUp) && missing.length > 0 ? `缺：${missing.join('、')}，全区数待补齐后得出。` : ''}
    </p>
  )
}

/** 全区汇总 on the board's first screen. */
export function RollUps({ rollUps, time }: { rollUps: ZoneRollUp[]; time: Time }) {
  if (rollUps.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="roll-ups">
      <header>
        <h2 id="roll-ups">全区汇总</h2>
        <small>规划目标由各责任主体所报，按指标的汇总方式得出；缺的地区写明，不按零计</small>
      </header>
      <RollUpTable rollUps={rollUps} time={time} />
    </section>
  )
}

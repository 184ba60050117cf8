import type { RulesView } from '@lianxi/schema/views/rule-set'
import { Empty, PageHead } from '@/features/shell/page-head'
import s from '@/features/mechanism/mechanism.module.css'
import { CHECKS, typedChecks } from './checks'
import { LIMITS, METHODS, typedOf } from './limits'
import { RulesForm } from './rules-form'

function InForce({ view: { rules, checks } }: { view: RulesView }) {
  const typed = typedOf(rules)
  const lines = typedChecks(checks)
  const rows = [
    ...LIMITS.map(([limit, label]) => ({ label, value: typed[limit] })),
    ...METHODS.map(([key, label, words]) => ({
      label: `方法：${label}`,
      value: new Map<string, string>(Object.entries(words.labels)).get(rules.methods[key]) ?? '',
    })),
    ...CHECKS.map(([check, label]) => ({ label: `填报校验 · ${label}`, value: lines[check] })),
  ]
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">规定</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value }) => (
          <tr key={label}>
            <td>{label}</td>
            <td data-label="规定">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Adopted({ view: { adopted } }: { view: RulesView }) {
  if (adopted.length === 0) return <Empty title="还没有下达过判定规则。">现按系统默认规则判定。</Empty>
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">版本</th>
          <th scope="col">施行日期</th>
          <th scope="col">依据</th>
          <th scope="col">原因</th>
          <th scope="col">办理人</th>
        </tr>
      </thead>
      <tbody>
        {adopted.map(({ version, effectiveFrom, adoptedBy, reason, decidedBy }) => (
          <tr key={version}>
            <td>第{version}版</td>
            <td data-label="施行日期" className="nowrap">
              {effectiveFrom}
            </td>
            <td data-label="依据">{adoptedBy}</td>
            <td data-label="原因">{reason}</td>
            <td data-label="办理人">{decidedBy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 判定规则: by what statuses are judged, what was adopted, and for the secretariat the next adoption. */
export function RulesPage({ view }: { view: RulesView }) {
  const which = view.version === 0 ? '系统默认规则' : `第${view.version}版`
  return (
    <>
      <PageHead
        title={`${view.zone.name}判定规则`}
        note={<p className="note">最新：{which}。报告期按期末当日有效的最新一版判定，以前的判定保留在历史中。</p>}
      />
      <section className={s.section} aria-labelledby="rules-now">
        <h2 id="rules-now">{which}</h2>
        <InForce view={view} />
      </section>
      <section className={s.section} aria-labelledby="rules-adopted">
        <h2 id="rules-adopted">历次下达</h2>
        <Adopted view={view} />
      </section>
      {view.mayAdopt ? (
        <section className={s.section} aria-labelledby="rules-next">
          <h2 id="rules-next">变更规则</h2>
          <RulesForm key={view.version} view={view} />
        </section>
      ) : null}
    </>
  )
}

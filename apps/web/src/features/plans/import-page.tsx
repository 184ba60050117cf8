import Link from 'next/link'
import type { PlanImportView } from '@lianxi/schema/views/plan-import'
import { PLAN_SHEETS } from '@lianxi/schema/commands/plan-import'
import { PageHead } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { ApplyImport } from './apply-import'
import { ImportProgress } from './import-progress'
import { faultsHref, PLANS } from './links'
import { MapSheet } from './map-sheet'
import s from './plans.module.css'

const COUNTS = [
  ['rows', '读到'],
  ['errors', '错误'],
  ['warnings', '提示'],
  ['added', '新增'],
  ['changed', '变更'],
  ['unchanged', '不变'],
  ['absent', '文件中没有（保留）'],
  ['skipped', '没有读的行'],
] as const

function Faults({ view }: { view: PlanImportView }) {
  const { faults, counts } = view
  if (faults.length === 0) return null
  const total = counts.errors + counts.warnings
  return (
    <section className={s.section} aria-label="错误和提示">
      <h2>错误和提示</h2>
      <p className="note">
        有错误时不导入任何内容。请在原表中改正后重新上传；提示请逐条核对。
        {total > faults.length ? `共 ${total} 条，先列前 ${faults.length} 条。` : ''}{' '}
        <a className="link" href={faultsHref(view.id, view.zone.code)} download>
          下载全部 {total} 条（Excel）
        </a>
      </p>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">级别</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ level, message }, index) => (
            <tr key={index}>
              <td className={`nowrap ${level === 'error' ? 'bad' : 'warned'}`}>
                {level === 'error' ? '✕ 错误' : '△ 提示'}
              </td>
              <td data-label="说明">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Changes({ view }: { view: PlanImportView }) {
  const { changes, counts } = view
  if (changes.length === 0) return null
  const total = counts.added + counts.changed
  return (
    <section className={s.section} aria-label="将要导入的内容">
      <h2>将要导入的内容</h2>
      {total > changes.length ? (
        <p className="note">
          共 {total} 条，先列前 {changes.length} 条。
        </p>
      ) : null}
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">编号和名称</th>
            <th scope="col">变化</th>
            <th scope="col">文件中的位置</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, code, name, sheet, row, fields, gist }) => (
            <tr key={`${kind} ${code}`}>
              <td className="nowrap">{PLAN_SHEETS[kind]}</td>
              <td data-label="名称">
                {name}
                <span className="sub">{code}</span>
              </td>
              <td data-label="变化">
                {fields === null
                  ? `新增：${gist}`
                  : fields.map(({ title, before, after }) => (
                      <div key={title}>
                        {title}：<del>{before}</del> → {after}
                      </div>
                    ))}
              </td>
              <td data-label="位置" className="nowrap">
                {sheet} 第{row}行
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The page's lists are cut; the head says how many there are. */
const many = (total: number, shown: number): string => (total > shown ? `${total}，先列前 ${shown} 条` : String(total))

function Left({ view: { skipped, absent, counts } }: { view: PlanImportView }) {
  return (
    <>
      {skipped.length === 0 ? null : (
        <details className={s.sheet}>
          <summary>没有读的行（{many(counts.skipped, skipped.length)}）</summary>
          <ul>
            {skipped.map(({ sheet, row, why }) => (
              <li key={`${sheet} ${row}`}>
                “{sheet}”表第{row}行：{why}
              </li>
            ))}
          </ul>
        </details>
      )}
      {absent.length === 0 ? null : (
        <details className={s.sheet}>
          <summary>系统中有而文件中没有的（保留不动，{many(counts.absent, absent.length)}）</summary>
          <ul>
            {absent.map(({ code, name }) => (
              <li key={code}>
                {name}（{code}）
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What an uploaded workbook says, what is wrong with it, what it would change; and the one button that does it. */
export function ImportPage({ view }: { view: PlanImportView }) {
  const { zone, owner, fileName, uploadedAt, uploadedBy, applied, counts } = view
  return (
    <>
      <PageHead
        title={`导入规划：${fileName}`}
        note={
          <p className="note">
            {owner?.name ?? zone.name} · {minuteOf(uploadedAt)} {uploadedBy} 上传 ·{' '}
            <Link className="link" href={`${PLANS}?zone=${zone.code}`} prefetch={false}>
              返回规划
            </Link>
          </p>
        }
      />
      {applied !== null ? (
        <ImportProgress applied={applied} />
      ) : (
        <>
          <dl className={s.counts}>
            {COUNTS.map(([key, label]) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd
                  className={
                    key === 'errors' && counts.errors > 0
                      ? 'bad'
                      : key === 'warnings' && counts.warnings > 0
                        ? 'warned'
                        : ''
                  }
                >
                  {counts[key]}
                </dd>
              </div>
            ))}
          </dl>
          <ApplyImport key={view.seen} view={view} />
          <section className={s.section} aria-label="列的对应">
            <h2>列的对应</h2>
            {view.sheets.map((sheet) => (
              <MapSheet key={`${sheet.name} ${view.version}`} view={view} sheet={sheet} />
            ))}
          </section>
          <Faults view={view} />
          <Changes view={view} />
          <Left view={view} />
        </>
      )}
    </>
  )
}

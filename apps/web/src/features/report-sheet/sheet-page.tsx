import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import {
  type ReportSheetView,
  SHEET_ROW_LABELS,
  type SheetLine,
  type SheetRowState,
} from '@lianxi/schema/views/report-sheet'
import { address } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { SheetActions } from './sheet-actions'
import s from './report-sheet.module.css'

const COUNTS = [
  ['rows', '读到'],
  ['ready', '可存为草稿'],
  ['faulty', '有错误'],
  ['conflict', '与他人草稿冲突'],
  ['locked', '不能填报'],
  ['asking', '提示待说明'],
  ['same', '与系统一致'],
  ['untouched', '未填'],
] as const
const SHAPES: Record<SheetRowState, { shape: string; tone: string }> = {
  faulty: { shape: '✕', tone: 'bad' },
  conflict: { shape: '≠', tone: 'bad' },
  locked: { shape: '–', tone: 'warned' },
  ready: { shape: '●', tone: '' },
  same: { shape: '✓', tone: 'good' },
  untouched: { shape: '○', tone: '' },
}

function Faults({ line: { why, faults } }: { line: SheetLine }) {
  return (
    <>
      {why === null ? null : <div>{why}</div>}
      {faults.map(({ level, column, head, cell, message }, index) => (
        <div key={index}>
          <span className={level === 'error' ? 'bad' : 'warned'}>{level === 'error' ? '✕ 错误' : '△ 提示'}</span>{' '}
          {head === null ? '' : `${head}（${column ?? ''}列${cell === '' ? '' : `，现填“${cell}”`}）：`}
          {message}
        </div>
      ))}
    </>
  )
}

function Line({ line, href }: { line: SheetLine; href: string }) {
  const { shape, tone } = SHAPES[line.state]
  return (
    <tr data-subject={line.subject} data-state={line.state}>
      <td>
        <Link className="link" href={href} prefetch={false}>
          {line.name}
        </Link>
        <span className="sub">
          “{line.sheet}”第{line.row}行
        </span>
      </td>
      <td data-label="情况" className={`nowrap ${tone}`}>
        {shape} {SHEET_ROW_LABELS[line.state]}
      </td>
      <td data-label="说明" className={s.wide}>
        <Faults line={line} />
      </td>
      <td data-label="变化" className={s.wide}>
        {line.fields.map(({ title, before, after }) => (
          <div key={title}>
            {title}：{before === '' ? '（空）' : <del>{before}</del>} → {after === '' ? '（空）' : after}
          </div>
        ))}
      </td>
    </tr>
  )
}

function Counts({ counts }: Pick<ReportSheetView, 'counts'>) {
  return (
    <dl className={s.counts}>
      {COUNTS.map(([key, label]) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={['faulty', 'conflict'].includes(key) && counts[key] > 0 ? 'bad' : ''}>{counts[key]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ view: { zone, region, period, counts, unlisted, lines } }: { view: ReportSheetView }) {
  if (lines.length === 0 && counts.same > 0) return <p>表中所填内容都与系统一致，没有要存或要提交的行。</p>
  if (lines.length === 0) return <p>文件中没有填写或改动的内容。请在黄色栏填好后重新上传。</p>
  const office = { zone, region: region.code, period }
  return (
    <section className={s.section} aria-label="各行情况">
      {unlisted > 0 ? (
        <p className="note">
          先列前 {lines.length} 行，有问题的在前，另有 {unlisted} 行未列出；存草稿和提交对全部行有效。
        </p>
      ) : null}
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">指标或项目</th>
            <th scope="col">情况</th>
            <th scope="col">说明</th>
            <th scope="col">系统现有 → 表中</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={`${line.sheet} ${line.row}`}
              line={line}
              href={address('/office', { ...office, subject: line.subject, at: line.period })}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** An uploaded 报送表: what would be saved, what is wrong and where, and the ways on. */
export function SheetPage({ view }: { view: ReportSheetView }) {
  const { zone, region, body, period, fileName, uploadedAt, uploadedBy, counts, notices } = view
  const office = { zone, region: region.code, period }
  return (
    <>
      <PageHead
        title={`报送表：${fileName}`}
        note={
          <p className="note">
            {body.name} · {periodLabel(period)} · {minuteOf(uploadedAt)} {uploadedBy} 上传 ·{' '}
            <Link className="link" href={address('/office', office)} prefetch={false}>
              返回我的填报
            </Link>
          </p>
        }
      />
      <Counts counts={counts} />
      <SheetActions view={view} />
      <Lines view={view} />
      {notices.length === 0 ? null : (
        <details className={s.section}>
          <summary>没有读的内容（{notices.length}）</summary>
          <ul>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

import Link from 'next/link'
import type { EvidenceView } from '@lianxi/schema/commands/evidence'
import { periodLabel } from '@lianxi/schema/period'
import type { ReportSheets } from '@lianxi/schema/views/report-sheet'
import type { OfficeAsks } from '@lianxi/schema/views/extension-ask'
import type { DueList, OfficeForm } from '@lianxi/schema/views/office'
import { WORK_STATE_LABELS } from '@lianxi/schema/work-state'
import { subjectKind } from '@lianxi/schema/vocabulary'
import { AskedOnce } from '@/features/baseline/asked-once'
import type { Asked } from '@/features/baseline/statements'
import { Freshness } from '@/features/live/freshness'
import { OwnAsks } from '@/features/chasing/asks'
import { Extensions } from '@/features/chasing/extensions'
import { filingsHref } from '@/features/board/links'
import { PeriodSelect } from '@/features/board/period-select'
import { gridHref } from '@/features/report-grid/links'
import { SheetBar } from '@/features/report-sheet/sheet-bar'
import { address, type Query } from '@/features/session/search'
import { Empty, Notice, PageHead } from '@/features/shell/page-head'
import { remaining, shortMinuteOf } from '@/features/ui/format'
import { DueTable } from './due-table'
import { FormPanel } from './form-panel'
import s from './office.module.css'

const PATH = '/office'
/** The line that is open: subject and its own period, because a quarter's list holds half-year and year items too. */
const at = (row: { subject: string; period: string }) => ({ subject: row.subject, at: row.period })

function due(list: DueList): string {
  const { dueAt, closed } = list.period
  if (closed) return '本期已关闭'
  return dueAt === null ? '本期尚未开放' : `截止 ${shortMinuteOf(dueAt)} · ${remaining(dueAt, list.stream.now)}`
}

function States({ list, query }: { list: DueList; query: Query }) {
  const base = { ...query, subject: undefined, at: undefined, show: undefined }
  return (
    <nav className={s.states} aria-label="按状态筛选">
      <Link href={address(PATH, base)} prefetch={false} aria-current={query['show'] === undefined ? 'true' : undefined}>
        全部 {list.total}
      </Link>
      {list.states
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <Link
            key={state}
            href={address(PATH, { ...base, show: state })}
            prefetch={false}
            aria-current={query['show'] === state ? 'true' : undefined}
          >
            {WORK_STATE_LABELS[state]} {count}
          </Link>
        ))}
      <form className="no-print" action={PATH} method="get" role="search" aria-label="查找事项">
        <input type="hidden" name="period" value={list.period.period} />
        <input
          name="q"
          type="search"
          aria-label="名称或编号"
          placeholder="名称或编号"
          maxLength={60}
          size={12}
          defaultValue={query['q'] ?? ''}
        />{' '}
        <button type="submit" className="small">
          查找
        </button>
      </form>
    </nav>
  )
}

function Nothing({ list }: { list: DueList }) {
  return list.total === 0 ? (
    <Empty title="本期没有需要填报的事项。">
      年度清单下达、报告期开放后，本单位负责的指标和项目会列在这里。请查看其他报告期。
    </Empty>
  ) : (
    <Empty title="没有符合条件的事项。">
      <Link href={PATH}>显示全部</Link>
    </Empty>
  )
}

/** The region is told what the check objects to, in whatever period, with a list of each. */
function Objected({ list }: { list: DueList }) {
  const { objected, region } = list
  if (objected.length === 0) return null
  const total = objected.reduce((sum, { count }) => sum + count, 0)
  return (
    <Notice bad>
      本单位有 {total} 条填报被系统核对出问题：
      {objected.map(({ period, count }, index) => (
        <span key={period}>
          {index === 0 ? '' : '、'}
          <Link href={filingsHref({ period, region: region.code, show: 'objections' })} prefetch={false}>
            {periodLabel(period)} {count} 条
          </Link>
        </span>
      ))}
      。请核对；数字有误的更正重报，确实如此的更正一次并写明原因。
    </Notice>
  )
}

function Controls({ list, grid }: { list: DueList; grid: boolean }) {
  const { period, periods, region } = list
  return (
    <>
      {grid ? (
        <Link className="button" href={gridHref(region.code, period.period)} prefetch={false}>
          表格填报
        </Link>
      ) : null}
      <PeriodSelect periods={periods} period={period.period} action={PATH} />
    </>
  )
}

/** What this office's own system sends is not typed here; the page says so before anybody looks for the form. */
function DirectNotice({ rows }: { rows: DueList['rows'] }) {
  const kinds = subjectKind.words.filter((kind) => rows.some((row) => row.direct && row.kind === kind))
  if (kinds.length === 0) return null
  return (
    <Notice>
      本单位的{kinds.map((kind) => subjectKind.labels[kind]).join('、')}
      由业务系统直接报送（系统直报），网页只能查看；原有草稿保留，改回网页填报后可继续提交。
    </Notice>
  )
}

/** What the region's own system sent and could not be taken: its offices are the first to know. */
function NotTaken({ parked, query }: { parked: number; query: Query }) {
  if (parked === 0) return null
  return (
    <Notice bad>
      您的系统有 {parked} 条消息未能入库。
      <Link href={address('/office/parked', { region: query['region'] })} prefetch={false}>
        查看原因和处理办法
      </Link>
    </Notice>
  )
}

/** More time that was given, and the office's asks for more. */
function MoreTime({ zone, list, asks }: Pick<Props, 'zone' | 'list' | 'asks'>) {
  return (
    <>
      {list.extensions.length === 0 ? null : <Extensions extensions={list.extensions} />}
      <OwnAsks zone={zone} region={list.region.code} asked={asks} />
    </>
  )
}

type Props = {
  zone: string
  userId: string
  mayWrite: boolean
  query: Query
  list: DueList
  open: { form: OfficeForm; evidence: EvidenceView[] } | null
  /** Messages of the region that are parked and open. */
  parked: number
  /** The 报送表 in Excel; null: the viewer does not report. */
  sheets: ReportSheets | null
  asked: Asked
  /** What was asked for of more time, and for what one may ask. */
  asks: OfficeAsks
}

/** 我的填报: the list in the order of work, and beside it the form of the open line. */
export function OfficePage({ zone, userId, mayWrite, query, list, open, parked, sheets, asked: once, asks }: Props) {
  const form = open?.form ?? null
  const rows = list.rows.map((row) => ({
    ...row,
    href: address(PATH, { ...query, ...at(row) }),
    selected: form !== null && row.subject === form.subject && row.period === form.period,
  }))
  const here = rows.findIndex(({ selected }) => selected)
  const asked = query['subject'] !== undefined
  return (
    <>
      <PageHead
        title={`${list.region.name}填报 · ${list.period.label}`}
        note={
          <>
            <p className="note" data-progress>
              已报 {list.reported}/{list.total} · {due(list)}
            </p>
            <Freshness zone={zone} stream={list.stream} />
          </>
        }
        controls={<Controls list={list} grid={sheets !== null} />}
      />
      <div className={form === null ? undefined : 'no-print'}>
        <DirectNotice rows={list.rows} />
        <NotTaken parked={parked} query={query} />
        {asked && form === null ? <Notice bad>本单位没有这个事项的填报责任，不能填报。请从清单中选择。</Notice> : null}
        <MoreTime zone={zone} list={list} asks={asks} />
        <Objected list={list} />
        {sheets === null ? null : (
          <SheetBar zone={zone} region={list.region.code} period={list.period} sheets={sheets} />
        )}
      </div>
      <div className="no-print">
        <AskedOnce zone={zone} asked={once} mayWrite={mayWrite} />
      </div>
      <div className={form === null ? undefined : s.split} data-open={form !== null}>
        <div className={s.list}>
          <States list={list} query={query} />
          {rows.length === 0 ? (
            <Nothing list={list} />
          ) : (
            <DueTable zone={zone} region={list.region.code} rows={rows} mayWrite={mayWrite} now={list.stream.now} />
          )}
        </div>
        {open === null ? null : (
          <FormPanel
            key={`${open.form.subject} ${open.form.period}`}
            form={open.form}
            evidence={open.evidence}
            userId={userId}
            list={address(PATH, { ...query, subject: undefined, at: undefined })}
            previous={rows[here - 1]?.href ?? null}
            next={rows[here + 1]?.href ?? null}
          />
        )}
      </div>
    </>
  )
}

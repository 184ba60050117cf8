import Link from 'next/link'
import { status as statuses, Status } from '@lianxi/schema/status-vocabulary'
import { CELL_FILTER_LABELS, CellFilter } from '@lianxi/schema/views/cell'
import type { ProjectList, TargetList } from '@lianxi/schema/views/lists'
import { address, type Query } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import s from './board.module.css'
import { FilterNote } from './filter-note'
import { listFilters } from './filter-words'
import { ListFilters } from './list-filters'
import { NothingFound } from './nothing-found'
import { oldestOf } from './oldest'
import { Pager } from './pager'
import { PictureNote } from './picture-note'
import { ProjectTable } from './project-table'
import { TargetTable } from './target-table'
import { WholeLink } from './whole-link'

const PATH = '/board/filings'

type Listed = { list: TargetList | ProjectList; query: Query; label: string }

/** Both kinds turn their pages together; the shorter one ends first. */
function Pages({ list: { rows, total, page, pageSize }, query, label }: Listed) {
  if (total <= pageSize) return null
  if (rows.length === 0) return <Link href={address(PATH, { ...query, page: undefined })}>全部列在前页</Link>
  return <Pager {...{ path: PATH, query, total, page, pageSize, label }} />
}

type PartProps = Listed & { kind: 'targets' | 'projects'; children: React.ReactNode }

/** All of one kind, with the way to its own list. */
function Part({ kind, list, query, label, children }: PartProps) {
  if (list.total === 0) return null
  return (
    <section className={s.section} aria-labelledby={kind}>
      <header>
        <h2 id={kind}>
          {label} {list.total}
        </h2>
        <a href={address(`/board/${kind}`, { ...query, page: undefined, pageSize: undefined })}>在{label}清单中查看</a>
      </header>
      <Pages list={list} query={query} label={`${label}翻页`} />
      {list.rows.length === 0 ? null : children}
    </section>
  )
}

type Props = { zone: string; query: Query; targets: TargetList; projects: ProjectList }

/** What is counted and how many of it there are, as the page's heading and its tab say it. */
export function filingsTitle({ query, targets, projects }: Props): string {
  const show = CellFilter.safeParse(query['show'])
  const status = Status.safeParse(query['status'])
  const region = targets.options.regions.find(({ code }) => code === query['region'])
  const shown = show.success ? CELL_FILTER_LABELS[show.data] : status.success ? undefined : '清单事项'
  const title = [region?.name, query['field'], status.success ? statuses.labels[status.data] : undefined, shown]
    .filter(Boolean)
    .join(' · ')
  return `${title} ${targets.total + projects.total} 条 · ${targets.period.label}`
}

/** What a count of the overview counts: targets and projects under one heading, their totals add up to it. */
export function FilingsPage(props: Props) {
  const { zone, query, targets, projects } = props
  return (
    <>
      <PageHead
        title={filingsTitle(props)}
        note={
          <>
            <FilterNote filters={listFilters(query, targets.options)} />
            <PictureNote zone={zone} picture={oldestOf(targets, projects)} path={PATH} query={query} />
          </>
        }
        controls={
          <WholeLink
            {...{ path: PATH, query, pageSize: targets.pageSize }}
            total={Math.max(targets.total, projects.total)}
          />
        }
      />
      <ListFilters
        action={PATH}
        query={query}
        options={targets.options}
        period={targets.period.period}
        listed={false}
      />
      {targets.total + projects.total === 0 ? (
        <NothingFound query={query} options={targets.options} title="没有符合条件的事项。">
          请放宽筛选条件，或选择其他报告期。
        </NothingFound>
      ) : null}
      <Part kind="targets" label="目标" list={targets} query={query}>
        <TargetTable list={targets} path={PATH} query={query} />
      </Part>
      <Part kind="projects" label="项目" list={projects} query={query}>
        <ProjectTable list={projects} path={PATH} query={query} />
      </Part>
    </>
  )
}

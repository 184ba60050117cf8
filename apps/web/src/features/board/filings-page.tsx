import Link from 'next/link'
import { status as statuses, Status } from '@lianxi/schema/status-vocabulary'
import { CELL_FILTER_LABELS, CellFilter } from '@lianxi/schema/views/cell'
import type { ProjectList, TargetList } from '@lianxi/schema/views/lists'
import { address, type Query } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import s from './board.module.css'
import { ListFilters } from './list-filters'
import { NothingFound } from './nothing-found'
import { oldestOf } from './oldest'
import { Pager } from './pager'
import { PictureNote } from './picture-note'
import { ProjectTable } from './project-table'
import { TargetTable } from './target-table'

const PATH = '/board/filings'

type Part = { list: TargetList | ProjectList; query: Query; label: string }

/** Both kinds turn their pages together; the shorter one ends first. */
function Pages({ list: { rows, total, page, pageSize }, query, label }: Part) {
  if (total <= pageSize) return null
  if (rows.length === 0) return <Link href={address(PATH, { ...query, page: undefined })}>全部列在前页</Link>
  return <Pager {...{ path: PATH, query, total, page, pageSize, label }} />
}

/** What a count of the overview counts: targets and projects under one heading, their totals add up to it. */
export function FilingsPage(props: { zone: string; query: Query; targets: TargetList; projects: ProjectList }) {
  const { zone, query, targets, projects } = props
  const show = CellFilter.safeParse(query['show'])
  const status = Status.safeParse(query['status'])
  const region = targets.options.regions.find(({ code }) => code === query['region'])
  const shown = show.success ? CELL_FILTER_LABELS[show.data] : status.success ? undefined : '清单事项'
  const title = [region?.name, query['field'], status.success ? statuses.labels[status.data] : undefined, shown]
    .filter(Boolean)
    .join(' · ')
  const total = targets.total + projects.total
  return (
    <>
      <PageHead
        title={`${title} ${total} 条 · ${targets.period.label}`}
        note={<PictureNote zone={zone} picture={oldestOf(targets, projects)} path={PATH} query={query} />}
      />
      <ListFilters
        action={PATH}
        query={query}
        options={targets.options}
        period={targets.period.period}
        listed={false}
      />
      {total === 0 ? (
        <NothingFound query={query} options={targets.options} title="没有符合条件的事项。">
          请放宽筛选条件，或选择其他报告期。
        </NothingFound>
      ) : null}
      {targets.total === 0 ? null : (
        <section className={s.section} aria-labelledby="targets">
          <header>
            <h2 id="targets">目标 {targets.total}</h2>
            <a href={address('/board/targets', { ...query, page: undefined })}>在目标清单中查看</a>
          </header>
          <Pages list={targets} query={query} label="目标翻页" />
          {targets.rows.length === 0 ? null : <TargetTable list={targets} path={PATH} query={query} />}
        </section>
      )}
      {projects.total === 0 ? null : (
        <section className={s.section} aria-labelledby="projects">
          <header>
            <h2 id="projects">项目 {projects.total}</h2>
            <a href={address('/board/projects', { ...query, page: undefined })}>在项目清单中查看</a>
          </header>
          <Pages list={projects} query={query} label="项目翻页" />
          {projects.rows.length === 0 ? null : <ProjectTable list={projects} path={PATH} query={query} />}
        </section>
      )}
    </>
  )
}

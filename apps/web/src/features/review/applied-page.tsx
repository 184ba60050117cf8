import type { Applied } from '@lianxi/schema/views/applied'
import { FilterSelect, named } from '@/features/board/filter-fields'
import { PeriodSelect } from '@/features/board/period-select'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import { Freshness } from '@/features/live/freshness'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { FilterLinks } from '@/features/ui/filter-links'
import { judgedWords } from '@/features/subject/words'
import { AppliedList } from './applied-list'
import { returnOf } from './words'

const PATH = '/review/applied'

/** 核对: what came to the board and waits for the judgement of the secretariat or of the region above. */
export function AppliedPage({ view, query }: { view: Applied; query: Query }) {
  const { zone, period, total, rows } = view
  const shown = `${zone.code} ${period.period} ${query['region'] ?? ''} ${query['show'] ?? ''}`
  return (
    <>
      <PageHead
        title={`${zone.name} · 待核对 ${total} 条`}
        note={<Freshness zone={zone.code} stream={view.stream} />}
        controls={
          <PeriodSelect action={PATH} periods={view.periods} period={period.period}>
            {query['show'] === undefined ? null : <input type="hidden" name="show" value={query['show']} />}
            {view.regions.length < 2 ? null : (
              <FilterSelect
                {...{ name: 'region', label: '地区', all: '全部' }}
                options={named(view.regions)}
                value={query['region']}
              />
            )}
          </PeriodSelect>
        }
      />
      <FilterLinks
        path={PATH}
        query={query}
        name="show"
        label="按提示筛选"
        choices={[
          [undefined, '全部待核对'],
          ['asking', '只看有提示的'],
        ]}
      />
      {rows.length < total ? <p className="note">先列最近入库的 {rows.length} 条，核对后列出其余各条。</p> : null}
      {view.judged.map(({ name, report, ...verdict }) => (
        <DoneMeanwhile
          key={verdict.eventId}
          form={returnOf(name)}
          of={report}
          said={`“${name}”${judgedWords(verdict)}`}
        />
      ))}
      <AppliedList key={shown} view={shown} zone={zone.code} rows={rows} />
      {total === 0 ? (
        <Empty title="没有待核对的填报。">各地报送入库后列在这里；确认、退回后不再列出，更正后重新列出。</Empty>
      ) : null}
    </>
  )
}

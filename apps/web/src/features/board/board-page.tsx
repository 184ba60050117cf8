import { redirect } from 'next/navigation'
import { Moment } from '@lianxi/schema/moment'
import { Period, periodLabel } from '@lianxi/schema/period'
import type { Moments } from '@lianxi/schema/views/moments'
import { address, type Query } from '@/features/session/search'
import { type Path, type Show, zonePage } from '@/features/shell/zone-page'
import { type Name, zoneTitle } from '@/features/shell/zone-title'
import { serverCaller } from '@/server/caller'
import { RefusedTime } from './refused-time'

/** In the address beside a period: the one that was asked for and gave way to it. */
const GAVE_WAY = 'unopened'

/** What a board's page asks of its address: the note about a period that gave way is not a part of it. */
const withoutNote = ({ [GAVE_WAY]: _unopened, ...query }: Query): Query => query

/** The title of a board's page: what it shows, by the same question. */
export const boardTitle = <P,>(generic: string, name: Name<P>) =>
  zoneTitle<P>(generic, (asked) => name({ ...asked, query: withoutNote(asked.query) }))

type Found = Pick<Moments, 'refusal' | 'instead'>

async function findMoments(zone: string, { asOf, comparedWith, period }: Query): Promise<Found> {
  if (asOf === undefined && comparedWith === undefined && period === undefined) return { refusal: null, instead: null }
  const [shown, compared] = [Moment.optional().safeParse(asOf), Moment.optional().safeParse(comparedWith)]
  if (!shown.success || !compared.success) return { refusal: '时点的写法有误，请重新选择日期和时间。', instead: null }
  const api = await serverCaller()
  const moments = { asOf: shown.data, comparedWith: compared.data }
  return api.board.moments({ zone, ...moments, period: Period.safeParse(period).data })
}

function GaveWay({ asked, query }: { asked: string | undefined; query: Query }) {
  const [unopened, period] = [Period.safeParse(asked), Period.safeParse(query['period'])]
  if (!unopened.success || !period.success) return null
  return (
    <p className="note">
      <b>
        {periodLabel(unopened.data)}
        {query['asOf'] === undefined ? '' : '在口径时点'}尚未开放填报，以下为{periodLabel(period.data)}。
      </b>
    </p>
  )
}

/**
 * A zone's page that shows past moments too: where the moments asked for show nothing, it lets choose again. A period
 * that was not open then gives way, in the address too; `period`: what the page means by the address's period.
 */
export const boardPage = <P,>(at: Path<P>, show: Show<P>, period: 'shown' | 'filter' = 'shown') =>
  zonePage(at, async (asked) => {
    const { zone, path } = asked
    const query = withoutNote(asked.query)
    const { refusal, instead } = await findMoments(zone, period === 'shown' ? query : { ...query, period: undefined })
    if (refusal !== null) return <RefusedTime {...{ path, query, refusal }} />
    if (instead !== null) redirect(address(path, { ...query, period: instead.period, [GAVE_WAY]: query['period'] }))
    return (
      <>
        <GaveWay asked={asked.query[GAVE_WAY]} query={query} />
        {await show({ ...asked, query })}
      </>
    )
  })

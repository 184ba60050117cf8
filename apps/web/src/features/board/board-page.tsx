import { type Path, type Show, zonePage } from '@/features/shell/zone-page'
import { refusedTime } from './refused-time'

/** A zone's page that shows past moments too: where the moments asked for show nothing, it lets choose again. */
export const boardPage = <P,>(at: Path<P>, show: Show<P>) =>
  zonePage(at, async (asked) => {
    const refused = await refusedTime(asked.zone, asked.path, asked.query)
    return refused ?? show(asked)
  })

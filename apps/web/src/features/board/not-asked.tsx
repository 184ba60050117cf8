import Link from 'next/link'
import type { TargetRow } from '@lianxi/schema/views/lists'
import type { NotAskedCount } from '@lianxi/schema/views/not-asked'
import { StatusOf } from '@/features/ui/status-mark'
import { type Counted, filingsHref } from './links'
import { judgedWords, notAskedSaid } from './not-asked-words'

/** What the period's counts leave out, because it is reported in another rhythm; the number opens its list. */
export function NotAskedNote({ counts, of }: { counts: readonly NotAskedCount[]; of: Counted }) {
  const said = notAskedSaid(counts)
  if (said === null) return null
  return (
    <p className="note" data-note="not-asked">
      另有{' '}
      <Link className="link" href={filingsHref({ ...of, show: 'not-asked' })} prefetch={false}>
        {said.count} 项
      </Link>
      {said.rhythms}报送，本期不报（{said.each}）
    </p>
  )
}

/** The status of a row; of an item that is not asked for, grey, the last one there was and of which period. */
export function RowStatus({ row: { mark, notAsked } }: { row: Pick<TargetRow, 'mark' | 'notAsked'> }) {
  const judged = notAsked?.judged ?? null
  if (mark !== null || judged === null) return <StatusOf mark={mark} />
  return (
    <span className="sub quiet" title={judged.mark.sentence}>
      上次 {judgedWords(judged)}
    </span>
  )
}

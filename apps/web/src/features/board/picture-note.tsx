import Link from 'next/link'
import { Freshness } from '@/features/live/freshness'
import { address, type Query } from '@/features/session/search'
import { pictureMoment } from './moment-words'
import type { Picture } from './oldest'

type Props = {
  zone: string
  picture: Picture
  path: string
  query: Query
}

/** Which moment a page shows: the present with its live line, or a past one that stays as it is, and the way back. */
export function PictureNote({ zone, picture: { asOf, stream }, path, query }: Props) {
  if (stream !== null) return <Freshness zone={zone} stream={stream} />
  return (
    <p className="note">
      <b>口径时点 {pictureMoment(query['asOf'], asOf)}</b> · 列出当时已入库的内容，此后的填报、退回和修订不在其中 ·{' '}
      <Link className="link no-print" href={address(path, { ...query, asOf: undefined })} prefetch={false}>
        回到当前
      </Link>
    </p>
  )
}

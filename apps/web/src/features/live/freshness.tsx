import type { StreamState } from '@lianxi/schema/views/common'
import { momentOf } from '@/features/ui/format'
import { Live } from './live'
import s from './live.module.css'
import { streamTrouble } from './stream-trouble'

/** 数据截至 … : how old the board is, loud when reports wait to get in. */
export function Freshness({ zone, stream }: { zone: string; stream: StreamState }) {
  return (
    <Live zone={zone} stamp={stream.stamp} trouble={streamTrouble(stream)} className={s.fresh}>
      {stream.stamp === null ? '尚无数据入库' : `数据截至 ${momentOf(stream.stamp)}`} · 全系统已入库{' '}
      {stream.events.toLocaleString('en-US')} 条{stream.waiting > 0 ? ` · 待归位 ${stream.waiting}` : ''}
      {stream.parked > 0 ? ` · 待处理 ${stream.parked}` : ''}
    </Live>
  )
}

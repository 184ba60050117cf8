import type { StreamState } from '@lianxi/schema/views/common'
import { momentOf } from '@/features/ui/format'
import { Live } from './live'
import s from './live.module.css'

/** From here on a queue is not a moment's wait but a stream that stands still. */
const STALE_SECONDS = 60

function age(seconds: number): string {
  if (seconds < 90) return `${seconds} 秒`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`
}

/** 数据截至 … : how old the board is, loud when reports wait to get in. */
export function Freshness({ zone, stream }: { zone: string; stream: StreamState }) {
  const waited = stream.oldestUnpublishedSeconds
  const stale = waited !== null && waited >= STALE_SECONDS
  return (
    <p className={stale ? `${s.fresh ?? ''} ${s.stale ?? ''}` : s.fresh}>
      <span className={s.dot} aria-hidden="true" />
      {stream.stamp === null ? '尚无数据入库' : `数据截至 ${momentOf(stream.stamp)}`} · 已入库{' '}
      {stream.events.toLocaleString('en-US')} 条{stream.waiting > 0 ? ` · 待归位 ${stream.waiting}` : ''}
      {stream.parked > 0 ? ` · 待处理 ${stream.parked}` : ''}
      {stale
        ? ` · 数据流停滞：${stream.unpublished} 条待发送，最早已等 ${age(waited)}，所报内容均已保存，恢复后自动入库`
        : ''}
      <Live zone={zone} stamp={stream.stamp} />
    </p>
  )
}

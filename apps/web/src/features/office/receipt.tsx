import { RECEIPT_LABELS, type Receipt } from '@lianxi/schema/views/office'
import { minuteOf, sinceOf } from '@/features/ui/format'

/** 回执: how far the report has come; on the board with the moment it got there. */
export function ReceiptLine({ receipt, now }: { receipt: Receipt; now: string }) {
  if (receipt.state === 'none') return null
  const bad = receipt.state === 'refused' || receipt.state === 'parked'
  return (
    <span
      role="status"
      className={bad ? 'bad' : receipt.state === 'on-board' ? 'good' : undefined}
      data-receipt={receipt.state}
    >
      {receipt.state === 'on-board' ? '■ ' : ''}
      {RECEIPT_LABELS[receipt.state]}
      {receipt.state === 'on-board' && receipt.stamp !== null ? ` ${sinceOf(receipt.stamp, now)}` : ''}
      {receipt.reason === null ? '' : `：${receipt.reason}`}
      {receipt.publishedAt === null ? null : <small> 报送 {minuteOf(receipt.publishedAt)}</small>}
      {receipt.eventId === null ? null : (
        <small>
          {' '}
          编号 <span className="mono">{receipt.eventId}</span>
        </small>
      )}
    </span>
  )
}

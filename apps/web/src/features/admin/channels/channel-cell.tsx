'use client'

import { useState } from 'react'
import type { BodyChannel } from '@lianxi/schema/views/channels'
import { type Channel, channel as channels, subjectKind } from '@lianxi/schema/vocabulary'
import { ReasonField } from '@/features/command/reason-field'
import { TroubleNote } from '@/features/command/trouble-note'
import { api } from '@/features/live/client'
import { minuteOf } from '@/features/ui/format'
import { useDeed } from '@/features/command/use-deed'
import { useRedrawWhile } from '@/features/live/redraw'

type Props = { zone: string; body: { code: string; name: string }; said: BodyChannel }

/** What changes for the office, in one sentence before it is done. */
const MEANS = {
  direct: '改后该单位网页只能查看，由本地系统以凭据报送；网页上的草稿保留。',
  web: '改后立即收回本地系统的写入权限，恢复网页填报；原有草稿可继续提交。',
} satisfies Record<Channel, string>

/** How one body reports one kind, who decided it, and the switch to the other way, with a reason. */
export function ChannelCell({ zone, body, said }: Props) {
  const { kind, channel, last } = said
  const deed = useDeed()
  const [reason, setReason] = useState('')
  const [wanted, setWanted] = useState<Channel>()
  const waiting = wanted !== undefined && wanted !== channel
  useRedrawWhile(waiting)
  const other: Channel = channel === 'web' ? 'direct' : 'web'
  const change = async () => {
    const input = { zone, body: body.code, kind, channel: other, reason }
    const ok = await deed.run(
      input,
      (idempotencyKey) => api.admin.channels.set.mutate({ ...input, idempotencyKey }),
      `已改为${channels.labels[other]}。`,
    )
    if (!ok) return
    setReason('')
    setWanted(other)
  }
  const missing = deed.said?.ok === false && deed.said.field === 'reason' ? deed.said.message : undefined
  return (
    <div>
      {channel === 'direct' ? <b>{channels.labels.direct}</b> : channels.labels.web}
      {waiting ? <span className="sub">正在生效…</span> : null}
      {last === null ? null : (
        <span className="sub">
          {minuteOf(last.at)} {last.by}：{last.reason}
        </span>
      )}
      <details key={channel}>
        <summary aria-label={`${body.name} ${subjectKind.labels[kind]}改为${channels.labels[other]}`}>
          改为{channels.labels[other]}
        </summary>
        <p className="note">{MEANS[other]}</p>
        <ReasonField label="原因" value={reason} onChange={setReason} error={missing} />
        <button type="button" className="small" disabled={deed.busy || waiting} onClick={() => void change()}>
          确认更改
        </button>
      </details>
      <span role="status" className={deed.said?.ok === false ? 'bad' : 'good'}>
        {missing === undefined ? deed.said?.message : ''}
      </span>
      <TroubleNote trouble={deed.trouble} />
    </div>
  )
}

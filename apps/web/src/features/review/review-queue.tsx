'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { QueueRow } from '@lianxi/schema/views/office'
import { TroubleNote } from '@/features/command/trouble-note'
import { useCommand } from '@/features/command/use-command'
import { useKeptTexts } from '@/features/draft/kept-texts'
import { api } from '@/features/live/client'
import { Outcome } from './outcome'
import { QueueHead } from './queue-head'
import { PickBar } from './review-cells'
import { idOf, ReviewRow } from './review-row'
import s from './review.module.css'
import { useTicks } from './use-ticks'
import type { Refused } from './vanished'

/** To the status the approver was shown; nothing typed: none. */
const objectionTo = ({ shown: { then } }: QueueRow, text = '') =>
  then === null || text.trim() === '' ? null : { status: then.status, text }

/** Of exactly the version that was seen: what came anew is ticked anew. */
const tickOf = (row: QueueRow): string => `${idOf(row)} ${row.version}`

type Queued = { zone: string; region: string; rows: QueueRow[]; userId: string }

function useReview({ zone, region, userId }: Queued) {
  const router = useRouter()
  const { busy, trouble, send } = useCommand()
  const [refused, setRefused] = useState<Refused>({})
  const [said, setSaid] = useState<string>()
  const { texts, keep } = useKeptTexts(`${userId}:objection`)
  const keptAs = (row: QueueRow) => `${zone} ${region} ${idOf(row)}`
  const on = ({ subject, period, version }: QueueRow, idempotencyKey: string) => ({
    zone,
    region,
    subject,
    period,
    expectedVersion: version,
    idempotencyKey,
  })
  const refuse = (row: QueueRow, message: string) =>
    setRefused((before) => ({ ...before, [idOf(row)]: { name: row.name, message } }))
  /** One command a report, in order: each is approved or refused on its own and says so at its own line. */
  const approve = async (rows: QueueRow[]) => {
    let done = 0
    setRefused({})
    for (const row of rows) {
      const objection = objectionTo(row, texts[keptAs(row)])
      const result = await send({ approve: idOf(row), version: row.version, objection }, (key) =>
        api.report.approve.mutate({ ...on(row, key), objection }),
      )
      if (result === undefined) break
      if (result.ok) {
        done += 1
        keep(keptAs(row), '')
      } else refuse(row, result.refusal.message)
    }
    setSaid(done === 0 ? undefined : `已审核通过并报送 ${done} 条。`)
    router.refresh()
  }
  const sendBack = async (row: QueueRow, reason: string) => {
    setRefused({})
    const result = await send({ sendBack: idOf(row), reason }, (key) =>
      api.report.sendBack.mutate({ ...on(row, key), reason }),
    )
    if (result === undefined) return false
    setSaid(result.ok ? `已退回“${row.name}”。` : undefined)
    if (!result.ok) refuse(row, result.refusal.message)
    router.refresh()
    return result.ok
  }
  const objections = {
    of: (row: QueueRow) => texts[keptAs(row)] ?? '',
    keep: (row: QueueRow, text: string) => keep(keptAs(row), text),
  }
  return { busy, trouble, refused, said, approve, sendBack, objections }
}

/** 审核: approve many, send back one with a reason; cards on a phone. */
export function ReviewQueue(props: Queued) {
  const { rows } = props
  const { busy, trouble, refused, said, approve, sendBack, objections } = useReview(props)
  const able = rows.filter((row) => row.approve.allowed)
  const { picked, pick, put } = useTicks(`${props.zone} ${props.region}`, able.map(tickOf))
  const chosen = able.filter((row) => picked.includes(tickOf(row)))
  return (
    <>
      <PickBar
        word="通过"
        note="通过即以本地区名义报送，直接进入总览"
        able={able.length}
        chosen={chosen.length}
        busy={busy}
        all={(on) => put(on ? able.map(tickOf) : [])}
        press={() => void approve(chosen)}
      />
      <Outcome said={said} refused={refused} listed={rows.map(idOf)} />
      <TroubleNote trouble={trouble} retry={chosen.length === 0 ? undefined : () => void approve(chosen)} />
      {rows.length === 0 ? null : (
        <table className={`cards ${s.queue ?? ''}`}>
          <QueueHead />
          <tbody>
            {rows.map((row) => {
              const id = idOf(row)
              const deeds = {
                busy,
                picked: picked.includes(tickOf(row)),
                pick: (on: boolean) => pick(tickOf(row), on),
                approve: () => void approve([row]),
                sendBack: (reason: string) => sendBack(row, reason),
                said: refused[id]?.message,
                objection: objections.of(row),
                object: (text: string) => objections.keep(row, text),
              }
              return <ReviewRow key={id} of={props} row={row} deeds={deeds} />
            })}
          </tbody>
        </table>
      )}
    </>
  )
}

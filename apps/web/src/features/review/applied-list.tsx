'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { AppliedRow as Row } from '@lianxi/schema/views/applied'
import { TroubleNote } from '@/features/command/trouble-note'
import { useCommand } from '@/features/command/use-command'
import { api } from '@/features/live/client'
import { AppliedRow } from './applied-row'
import { Outcome } from './outcome'
import { QueueHead } from './queue-head'
import { PickBar } from './review-cells'
import s from './review.module.css'
import type { Refused } from './vanished'

type Listed = { zone: string; rows: Row[] }

function useJudging({ zone }: Listed) {
  const router = useRouter()
  const { busy, trouble, send } = useCommand()
  const [refused, setRefused] = useState<Refused>({})
  const [said, setSaid] = useState<string>()
  /** Judged, and perhaps not on the board yet: the page that is drawn anew may still have them. */
  const [done, setDone] = useState<readonly string[]>([])
  const on = ({ subject, region, period, report }: Row, idempotencyKey: string) => ({
    ...{ zone, subject, region: region.code, period, report },
    idempotencyKey,
  })
  const refuse = ({ report, name }: Row, message: string) =>
    setRefused((before) => ({ ...before, [report]: { name, message } }))
  /** One command a report, in order: each is confirmed or refused on its own and says so at its own line. */
  const confirm = async (rows: Row[]) => {
    const confirmed: string[] = []
    setRefused({})
    for (const row of rows) {
      const result = await send({ confirm: row.report }, (key) => api.report.confirm.mutate(on(row, key)))
      if (result === undefined) break
      if (result.ok) confirmed.push(row.report)
      else refuse(row, result.refusal.message)
    }
    setDone((before) => [...before, ...confirmed])
    setSaid(confirmed.length === 0 ? undefined : `已确认 ${confirmed.length} 条。`)
    router.refresh()
  }
  const giveBack = async (row: Row, reason: string) => {
    setRefused({})
    const result = await send({ return: row.report, reason }, (key) =>
      api.report.return.mutate({ ...on(row, key), reason }),
    )
    if (result === undefined) return
    if (result.ok) {
      setDone((before) => [...before, row.report])
      setSaid(`已退回“${row.name}”，该事项本期已重新开放填报。`)
    } else {
      setSaid(undefined)
      refuse(row, result.refusal.message)
    }
    router.refresh()
  }
  return { busy, trouble, refused, said, done, confirm, giveBack }
}

/** 核对: confirm many, return one with a reason; cards on a phone. */
export function AppliedList(props: Listed) {
  const { busy, trouble, refused, said, done, confirm, giveBack } = useJudging(props)
  const [picked, setPicked] = useState<string[]>([])
  const rows = props.rows.filter(({ report }) => !done.includes(report))
  const chosen = rows.filter(({ report }) => picked.includes(report))
  const pick = (report: string) => (on: boolean) =>
    setPicked(on ? [...picked, report] : picked.filter((other) => other !== report))
  return (
    <>
      <PickBar
        word="确认"
        note="确认即表示已核对；所报不变，仍可更正和退回"
        able={rows.length}
        chosen={chosen.length}
        busy={busy}
        all={(on) => setPicked(on ? rows.map(({ report }) => report) : [])}
        press={() => void confirm(chosen)}
      />
      <Outcome said={said} refused={refused} listed={rows.map(({ report }) => report)} />
      <TroubleNote trouble={trouble} retry={chosen.length === 0 ? undefined : () => void confirm(chosen)} />
      {rows.length === 0 ? null : (
        <table className={`cards ${s.queue ?? ''}`}>
          <QueueHead />
          <tbody>
            {rows.map((row) => (
              <AppliedRow
                key={row.report}
                zone={props.zone}
                row={row}
                deeds={{
                  ...{
                    busy,
                    picked: picked.includes(row.report),
                    pick: pick(row.report),
                    said: refused[row.report]?.message,
                  },
                  confirm: () => void confirm([row]),
                  giveBack: (reason) => void giveBack(row, reason),
                }}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

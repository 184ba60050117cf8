'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { periodLabel } from '@lianxi/schema/period'
import type { AppliedRow as Row } from '@lianxi/schema/views/applied'
import { subjectHref } from '@/features/board/links'
import { TroubleNote } from '@/features/command/trouble-note'
import { useCommand } from '@/features/command/use-command'
import { api } from '@/features/live/client'
import { AppliedRow } from './applied-row'
import { Outcome } from './outcome'
import { QueueHead } from './queue-head'
import { PickBar } from './review-cells'
import s from './review.module.css'
import { useTicks } from './use-ticks'
import type { Refused } from './vanished'

type Listed = { zone: string; rows: Row[] }

/** What was confirmed, with the way to it, and how it is put right. */
function Confirmed({ rows: [first, ...others] }: { rows: readonly Row[] }) {
  if (first === undefined) return null
  return (
    <>
      已确认“
      <Link className="link" href={`${subjectHref(first.kind, first.subject)}#${first.report}`} prefetch={false}>
        {first.name}
      </Link>
      ”（{first.region.shortName}，{periodLabel(first.period)}）
      {others.length === 0 ? '' : `等 ${others.length + 1} 条`}
      。如有误，在事项页“历次填报”中退回，填报单位更正后重新核对。
    </>
  )
}

function useJudging({ zone }: Pick<Listed, 'zone'>) {
  const router = useRouter()
  const { busy, trouble, send } = useCommand()
  const [refused, setRefused] = useState<Refused>({})
  const [said, setSaid] = useState<ReactNode>()
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
    const confirmed: Row[] = []
    setRefused({})
    for (const row of rows) {
      const result = await send({ confirm: row.report }, (key) => api.report.confirm.mutate(on(row, key)))
      if (result === undefined) break
      if (result.ok) confirmed.push(row)
      else refuse(row, result.refusal.message)
    }
    setDone((before) => [...before, ...confirmed.map(({ report }) => report)])
    setSaid(confirmed.length === 0 ? undefined : <Confirmed rows={confirmed} />)
    router.refresh()
  }
  const giveBack = async (row: Row, reason: string) => {
    setRefused({})
    const result = await send({ return: row.report, reason }, (key) =>
      api.report.return.mutate({ ...on(row, key), reason }),
    )
    if (result === undefined) return false
    if (result.ok) {
      setDone((before) => [...before, row.report])
      setSaid(`已退回“${row.name}”，该事项本期已重新开放填报。`)
    } else {
      setSaid(undefined)
      refuse(row, result.refusal.message)
    }
    router.refresh()
    return result.ok
  }
  return { busy, trouble, refused, said, done, confirm, giveBack }
}

/** 核对: confirm many, return one with a reason; cards on a phone. `view`: what the list is narrowed to. */
export function AppliedList({ view, ...props }: Listed & { view: string }) {
  const { busy, trouble, refused, said, done, confirm, giveBack } = useJudging(props)
  const rows = props.rows.filter(({ report }) => !done.includes(report))
  const listed = rows.map(({ report }) => report)
  const { picked, pick, put } = useTicks(view, listed)
  const chosen = rows.filter(({ report }) => picked.includes(report))
  return (
    <>
      <PickBar
        word="确认"
        note="确认即表示已核对；所报不变，仍可更正和退回"
        able={rows.length}
        chosen={chosen.length}
        busy={busy}
        all={(on) => put(on ? listed : [])}
        press={() => void confirm(chosen)}
      />
      <Outcome said={said} refused={refused} listed={listed} />
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
                    pick: (on: boolean) => pick(row.report, on),
                    said: refused[row.report]?.message,
                  },
                  confirm: () => void confirm([row]),
                  giveBack: (reason) => giveBack(row, reason),
                }}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

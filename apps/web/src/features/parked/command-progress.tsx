'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ParkedCommandView } from '@lianxi/schema/views/parked'
import { api } from '@/features/live/client'
import { redraw } from '@/features/live/redraw'
import { Notice } from '@/features/shell/page-head'
import { momentOf } from '@/features/ui/format'
import { KIND_LABELS, outcomesInWords } from './words'

/** Discards and failed tries leave no stamp on the board, so a page with work under way asks itself. */
const ASK_EVERY_MS = 700

function useProgress(commands: ParkedCommandView[], open: number): ParkedCommandView[] {
  const router = useRouter()
  const [polled, setPolled] = useState<ParkedCommandView[]>()
  const drawn = useRef(open)
  const running = commands.some(({ finishedAt }) => finishedAt === null)
  useEffect(() => {
    drawn.current = open
  }, [open])
  useEffect(() => {
    if (!running) return undefined
    let left = false
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return
      api.admin.parked.progress.query().then(
        (progress) => {
          if (left) return
          setPolled(progress.commands)
          const over = progress.commands.every(({ finishedAt }) => finishedAt !== null)
          if (over || progress.open !== drawn.current) void redraw(router)
        },
        // The next look may get through; a login that ran out is told when something is pressed.
        () => undefined,
      )
    }, ASK_EVERY_MS)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [running, router])
  return running ? (polled ?? commands) : commands
}

/** How far what was asked is, message by message, and how the last command ended. */
export function CommandProgress({ commands, open }: { commands: ParkedCommandView[]; open: number }) {
  const shown = useProgress(commands, open)
  return (
    <div role="status">
      {shown.map(({ id, kind, by, askedAt, finishedAt, total, done, outcomes }) => (
        <Notice key={id}>
          {by} {momentOf(askedAt)} {KIND_LABELS[kind]} {total} 条：
          {finishedAt === null ? `办理中 ${done}/${total}` : '已办完'}
          {done === 0 ? null : `（${outcomesInWords(outcomes)}）`}
          {finishedAt === null ? (
            <>
              {' '}
              <progress max={total} value={done} aria-label="办理进度" />
            </>
          ) : null}
        </Notice>
      ))}
    </div>
  )
}

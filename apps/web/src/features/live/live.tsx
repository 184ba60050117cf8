'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { secondOf } from '@/features/ui/format'
import type { BoardChange } from '@lianxi/schema/views/overview'
import { api } from './client'
import { redraw } from './redraw'
import { UntilShown } from './until-shown'
import s from './live.module.css'

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000
/** A stream that ended sooner than this did not end for its age: come back more slowly each time. */
const SETTLED_MS = 20_000
/** After a server's end all pages come back; not all in the same moment. */
const spread = (ms: number) => ms * (0.5 + Math.random())
/** Changes that come together are fetched together; the first one is not kept waiting. */
const GATHER_MS = 250

type Connection = 'connecting' | 'open' | 'lost' | 'signed-out'
const WORDS: Partial<Record<Connection, string>> = {
  lost: '实时连接中断，正在重连；页面数字可能不是最新',
  'signed-out': '登录已过期，页面不再更新；所填内容仍在，请重新登录',
}
type Seen = { stamp: string | null; trouble: string | null }

/** Subscribes while the tab is visible; ends and begins again as the server ends it (rights are checked anew). */
function subscribe(
  zone: string,
  seen: () => Seen,
  on: { change: (change: BoardChange) => void; state: (state: Connection) => void },
) {
  let stop: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_RETRY_MS
  let startedAt = 0
  const again = () => {
    stop = undefined
    if (Date.now() - startedAt > SETTLED_MS) wait = FIRST_RETRY_MS
    timer = setTimeout(start, spread(wait))
    wait = Math.min(wait * 2, LAST_RETRY_MS)
  }
  const start = () => {
    timer = undefined
    const subscription = api.board.changed.subscribe(
      { zone, lastEventId: seen().stamp, trouble: seen().trouble },
      {
        onStarted: () => {
          startedAt = Date.now()
          on.state('open')
        },
        onData: ({ data }) => on.change(data),
        onConnectionStateChange: (change) => {
          if (change.state === 'connecting' && change.error) on.state('lost')
        },
        onComplete: again,
        onError: () => {
          on.state('lost')
          again()
        },
      },
    )
    stop = () => subscription.unsubscribe()
  }
  const leave = () => {
    clearTimeout(timer)
    stop?.()
    stop = undefined
    timer = undefined
  }
  const look = () => {
    if (document.visibilityState === 'hidden') leave()
    else if (stop === undefined && timer === undefined) start()
  }
  look()
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    leave()
  }
}

type Props = Seen & { zone: string; className: string | undefined; children: ReactNode }

/**
 * The line that says how old the page is. Asks the server for the page's data again when the board has moved on
 * (scroll, focus and what is typed stay), and says at once what is wrong with the stream, or that it is over.
 */
export function Live({ zone, stamp, trouble, className, children }: Props) {
  const router = useRouter()
  const [connection, setConnection] = useState<Connection>('connecting')
  const [news, setNews] = useState<string>()
  const [told, setTold] = useState({ drawn: trouble, trouble })
  // A page drawn again brings the words of its own moment.
  if (told.drawn !== trouble) setTold({ drawn: trouble, trouble })
  const seen = useRef<Seen>({ stamp, trouble })
  useEffect(() => {
    if (stamp !== null && stamp > (seen.current.stamp ?? '')) seen.current.stamp = stamp
    seen.current.trouble = told.trouble
  }, [stamp, told])
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined
    let last = 0
    let left = false
    const refresh = async () => {
      const redrawn = await redraw(router)
      gathering = undefined
      last = Date.now()
      if (left) return
      if (redrawn === 'signed-out') setConnection('signed-out')
      if (redrawn === 'no answer') gathering = setTimeout(() => void refresh(), FIRST_RETRY_MS)
    }
    const arrived = (change: BoardChange) => {
      const { trouble: words } = change
      if (words !== undefined) setTold(({ drawn }) => ({ drawn, trouble: words }))
      const next = change.stamp
      if (next === null || next <= (seen.current.stamp ?? '')) return
      seen.current.stamp = next
      setNews(next)
      if (gathering === undefined)
        gathering = setTimeout(() => void refresh(), Math.max(0, last + GATHER_MS - Date.now()))
    }
    const stop = subscribe(zone, () => seen.current, { change: arrived, state: setConnection })
    return () => {
      left = true
      clearTimeout(gathering)
      stop()
    }
  }, [zone, router])
  return (
    <p className={told.trouble === null ? className : `${className ?? ''} ${s.stale ?? ''}`}>
      <UntilShown shown={stamp} told={news ?? null} />
      <span className={s.dot} aria-hidden="true" />
      {children}
      <span aria-live="polite" data-trouble={told.trouble === null ? undefined : ''}>
        {told.trouble === null ? '' : ` · ${told.trouble}`}
      </span>
      <span className={`${s.live ?? ''} no-print`} data-live={connection}>
        {WORDS[connection] === undefined ? null : <span className={s.lost}>{WORDS[connection]}</span>}
        <span aria-live="polite">{news === undefined ? '' : `有新数据 ${secondOf(news)}`}</span>
      </span>
    </p>
  )
}

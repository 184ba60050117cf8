'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { secondOf } from '@/features/ui/format'
import { api } from './client'
import s from './live.module.css'

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000
/** Changes that come together are fetched together; the first one is not kept waiting. */
const GATHER_MS = 250

type Connection = 'connecting' | 'open' | 'lost'

/** Subscribes while the tab is visible; ends and begins again as the server ends it (rights are checked anew). */
function subscribe(
  zone: string,
  after: () => string | null,
  on: { stamp: (stamp: string) => void; state: (state: Connection) => void },
) {
  let stop: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_RETRY_MS
  const again = () => {
    stop = undefined
    timer = setTimeout(start, wait)
    wait = Math.min(wait * 2, LAST_RETRY_MS)
  }
  const start = () => {
    timer = undefined
    const subscription = api.board.changed.subscribe(
      { zone, lastEventId: after() },
      {
        onStarted: () => {
          wait = FIRST_RETRY_MS
          on.state('open')
        },
        onData: ({ data }) => on.stamp(data.stamp),
        onConnectionStateChange: (change) => {
          if (change.state === 'connecting' && change.error) on.state('lost')
        },
        onComplete: () => {
          wait = FIRST_RETRY_MS
          again()
        },
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

/** Asks the server for the page's data again when the board has moved on; scroll, focus and what is typed stay. */
export function Live({ zone, stamp }: { zone: string; stamp: string | null }) {
  const router = useRouter()
  const [connection, setConnection] = useState<Connection>('connecting')
  const [news, setNews] = useState<string>()
  const [, startTransition] = useTransition()
  const seen = useRef(stamp)
  useEffect(() => {
    if (stamp !== null && stamp > (seen.current ?? '')) seen.current = stamp
  }, [stamp])
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined
    let last = 0
    const refresh = () => {
      gathering = undefined
      last = Date.now()
      startTransition(() => router.refresh())
    }
    const arrived = (next: string) => {
      if (next <= (seen.current ?? '')) return
      seen.current = next
      setNews(next)
      if (gathering === undefined) gathering = setTimeout(refresh, Math.max(0, last + GATHER_MS - Date.now()))
    }
    const stop = subscribe(zone, () => seen.current, { stamp: arrived, state: setConnection })
    return () => {
      clearTimeout(gathering)
      stop()
    }
  }, [zone, router])
  return (
    <span className={`${s.live ?? ''} no-print`} data-live={connection}>
      {connection === 'lost' ? <span className={s.lost}>实时连接中断，正在重连；页面数字可能不是最新</span> : null}
      <span aria-live="polite">{news === undefined ? '' : `有新数据 ${secondOf(news)}`}</span>
    </span>
  )
}

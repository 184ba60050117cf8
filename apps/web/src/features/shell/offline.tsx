'use client'

import { useOffline } from 'next/offline'
import s from './shell.module.css'

/** While the network is away pages wait for it instead of giving way to the browser's error page: says so. */
export function Offline() {
  const offline = useOffline()
  return (
    <p role="status" className="no-print">
      {offline ? <span className={s.offline}>连不上系统，本页可能不是最新；所填内容仍在，恢复后自动继续。</span> : null}
    </p>
  )
}

'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { redrawn } from './redrawn'

/**
 * Shows what the server drew as text, and changes of it only what has changed: what somebody reads, has opened or stands
 * on stays.
 */
export function Kept({ html }: { html: string }) {
  const root = useRef<HTMLDivElement>(null)
  const [first] = useState(html)
  const shown = useRef(html)
  useLayoutEffect(() => {
    if (root.current !== null && shown.current !== html) redrawn(root.current, html)
    shown.current = html
  }, [html])
  return <div ref={root} className="drawn" data-soft dangerouslySetInnerHTML={{ __html: first }} />
}

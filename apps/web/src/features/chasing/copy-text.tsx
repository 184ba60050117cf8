'use client'

import { useId, useState } from 'react'
import s from './chasing.module.css'

/** The message for one body: to be read first, then copied into whatever messenger the office uses. */
export function CopyText({ text }: { text: string }) {
  const id = useId()
  const [said, setSaid] = useState('')
  const copy = async () => {
    // Without https browsers offer no clipboard: then the text is there to be marked by hand.
    try {
      await navigator.clipboard.writeText(text)
      setSaid('已复制。')
    } catch {
      setSaid('浏览器不允许自动复制，请选中上面的文字复制。')
    }
  }
  return (
    <details className={`${s.deed ?? ''} no-print`}>
      <summary>催报文字</summary>
      <label htmlFor={id} className="hidden">
        催报文字
      </label>
      <textarea id={id} readOnly rows={6} className={s.text} value={text} onFocus={(event) => event.target.select()} />
      <button type="button" className="small" onClick={() => void copy()}>
        复制
      </button>
      <span role="status"> {said}</span>
    </details>
  )
}

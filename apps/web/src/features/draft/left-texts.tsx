'use client'

import { useId, useState } from 'react'
import { Notice } from '@/features/shell/page-head'
import { unfolded } from '@/features/ui/unfold'
import s from './draft.module.css'
import { type FormOf, useLeftTexts, useTypedText } from './typed-texts'

type Left = { form: string; said: string; text: string; drop: () => void }

/** Words that can no longer be sent where they were typed: why, and the words, to be used elsewhere. */
function LeftText({ form, said, text, drop }: Left) {
  const id = useId()
  const [copied, setCopied] = useState('')
  const copy = async () => {
    // Without https browsers offer no clipboard: then the words are there to be marked by hand.
    try {
      await navigator.clipboard.writeText(text)
      setCopied('已复制。')
    } catch {
      setCopied('浏览器不允许自动复制，请选中文字复制。')
    }
  }
  return (
    <Notice bad>
      <div role="alert">{said}</div>
      <label htmlFor={id}>您在“{form}”中写的文字没有发出，仍在这里：</label>
      <textarea id={id} className={s.left} readOnly rows={3} value={text} onFocus={(event) => event.target.select()} />
      <button type="button" className="small" onClick={() => void copy()}>
        复制
      </button>{' '}
      <button type="button" className="small" onClick={drop}>
        不再需要
      </button>
      <span role="status"> {copied}</span>
    </Notice>
  )
}

/** In place of a form that somebody else has made idle: who did what, and what was being typed in it here. */
export function DoneMeanwhile({ said, ...of }: FormOf & { said: string }) {
  const [text, keep] = useTypedText(of)
  return text === '' ? null : (
    <div ref={unfolded} className="no-print">
      <LeftText form={of.form} said={said} text={text} drop={() => keep('')} />
    </div>
  )
}

/** What was typed in forms that vanished from this page, and in whose place nobody says why. */
export function LeftTexts() {
  const { left, drop } = useLeftTexts()
  if (left.length === 0) return null
  return (
    <div className="no-print">
      {left.map(({ id, form, text }) => (
        <LeftText
          key={id}
          {...{ form, text }}
          said={`“${form}”已不在本页：他人已先办理，或者情况已经变化。`}
          drop={() => drop(id)}
        />
      ))}
    </div>
  )
}

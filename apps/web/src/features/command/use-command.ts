'use client'

import { useCallback, useRef, useState } from 'react'
import { v4 as newKey } from 'uuid'
import { type Trouble, troubleOf } from './trouble'

/**
 * Sends one command at a time. A press while one is in flight does nothing; a retry after no answer carries the same
 * idempotency key, so that what did arrive the first time is not done twice; after an answer the next press is new.
 * @param kept the browser keeps what is typed, as the reporting forms do; nothing else may say so
 */
export function useCommand({ kept }: { kept: boolean } = { kept: false }) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const flying = useRef(false)
  const unanswered = useRef<{ intention: string; key: string }>(undefined)
  const send = useCallback(
    async <Answer>(
      intention: object,
      call: (idempotencyKey: string) => Promise<Answer>,
    ): Promise<Answer | undefined> => {
      if (flying.current) return undefined
      flying.current = true
      setBusy(true)
      setTrouble(undefined)
      const text = JSON.stringify(intention)
      const key = unanswered.current?.intention === text ? unanswered.current.key : newKey()
      unanswered.current = { intention: text, key }
      try {
        const answer = await call(key)
        unanswered.current = undefined
        return answer
      } catch (error) {
        setTrouble(troubleOf(error, kept))
        return undefined
      } finally {
        flying.current = false
        setBusy(false)
      }
    },
    [kept],
  )
  return { busy, trouble, send }
}

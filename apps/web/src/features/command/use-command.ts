'use client'

import { useCallback, useRef, useState } from 'react'
import { v4 as newKey } from 'uuid'
import { type Trouble, troubleOf } from './trouble'

/**
 * Sends one command at a time. A press while one is in flight does nothing; a retry after no answer carries the same
 * idempotency key, so that what did arrive the first time is not done twice; after an answer the next press is new.
 */
export function useCommand() {
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
        setTrouble(troubleOf(error))
        return undefined
      } finally {
        flying.current = false
        setBusy(false)
      }
    },
    [],
  )
  return { busy, trouble, send }
}

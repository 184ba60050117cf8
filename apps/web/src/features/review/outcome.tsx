import type { ReactNode } from 'react'
import { Notice } from '@/features/shell/page-head'
import { type Refused, vanished } from './vanished'

type Props = { said: ReactNode; refused: Refused; listed: readonly string[] }

/** What a press did, and what it did not do of rows that are listed no more. */
export function Outcome({ said, refused, listed }: Props) {
  const gone = vanished(refused, listed)
  return (
    <div role="status">
      {said === undefined ? null : <Notice>{said}</Notice>}
      {gone.length === 0 ? null : (
        <Notice bad>
          {gone.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </Notice>
      )}
    </div>
  )
}

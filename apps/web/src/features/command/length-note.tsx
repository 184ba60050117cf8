import f from '@/features/office/form.module.css'
import { lengthSaid } from './length-said'

/** How long a text has become, once that matters; undefined limit: it may be of any length. */
export function LengthNote({ text, limit }: { text: string; limit: number | undefined }) {
  if (limit === undefined) return null
  const { tooLong, near } = lengthSaid(text, limit)
  if (tooLong !== undefined)
    return (
      <span className={f.error} role="alert">
        {tooLong}
      </span>
    )
  return near === undefined ? null : <small className={f.hint}>{near}</small>
}

import type { useDeed } from '@/features/command/use-deed'
import { TroubleNote } from './trouble-note'

/** What became of a press: in words, for everybody's ears. */
export function Said({ deed }: { deed: ReturnType<typeof useDeed> }) {
  return (
    <>
      <p role="status" className={deed.said?.ok === false ? 'bad' : 'good'}>
        {deed.said?.message}
      </p>
      <TroubleNote trouble={deed.trouble} />
    </>
  )
}

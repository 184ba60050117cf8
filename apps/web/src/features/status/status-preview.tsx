'use client'

import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { previewOf, restsOn } from '@lianxi/domain/judge/preview'
import type { Entry } from '@lianxi/schema/commands/entry'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { Shown } from './shown'

type Preview = { previewOf: typeof previewOf; restsOn: typeof restsOn }

/** The rules come after the first paint: the form is there before what they say of it. */
function usePreview(): Preview | undefined {
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    let wanted = true
    import('@lianxi/domain/judge/preview').then(
      (rules) => {
        if (wanted) setPreview(rules)
      },
      () => undefined, // offline: the form works without, and the approver sees it
    )
    return () => {
      wanted = false
    }
  }, [])
  return preview
}

/** `wrong`: it has errors and cannot be reported as it is, so nothing is said of it. */
type Props = { form: Pick<OfficeForm, 'judging' | 'shownNow'>; entry: Entry; evidence: boolean; wrong: boolean }

/** While somebody types: the status the figure will get, by the judge's own rules. */
export function StatusPreview({ form, entry, evidence, wrong }: Props) {
  const preview = usePreview()
  const settled = useDeferredValue(entry)
  const { judging, shownNow } = form
  const then = useMemo(() => {
    if (wrong || preview === undefined || judging === null) return undefined
    const shown = preview.previewOf(judging, settled, evidence)
    return shown === undefined ? undefined : { shown, rests: preview.restsOn(judging, settled) }
  }, [wrong, preview, judging, settled, evidence])
  return (
    <div role="status" aria-label="状态预览" data-status-preview>
      <Shown now={shownNow} then={then?.shown ?? null} rests={then?.rests} />
    </div>
  )
}

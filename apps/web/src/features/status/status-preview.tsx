'use client'

import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { previewOf } from '@lianxi/domain/judge/preview'
import type { Entry } from '@lianxi/schema/commands/entry'
import type { OfficeForm } from '@lianxi/schema/views/office'
import { Shown } from './shown'

type Preview = typeof previewOf

/** The rules come after the first paint: the form is there before what they say of it. */
function usePreview(): Preview | undefined {
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    let wanted = true
    import('@lianxi/domain/judge/preview').then(
      (rules) => {
        if (wanted) setPreview(() => rules.previewOf)
      },
      () => undefined, // offline: the form works without, and the approver sees it
    )
    return () => {
      wanted = false
    }
  }, [])
  return preview
}

type Props = { form: Pick<OfficeForm, 'judging' | 'shownNow'>; entry: Entry; evidence: boolean }

/** While somebody types: the status the figure will get, by the judge's own rules. */
export function StatusPreview({ form, entry, evidence }: Props) {
  const preview = usePreview()
  const settled = useDeferredValue(entry)
  const { judging, shownNow } = form
  const then = useMemo(
    () => (preview === undefined || judging === null ? undefined : preview(judging, settled, evidence)),
    [preview, judging, settled, evidence],
  )
  return (
    <div role="status" aria-label="状态预览" data-status-preview>
      <Shown now={shownNow} then={then ?? null} />
    </div>
  )
}

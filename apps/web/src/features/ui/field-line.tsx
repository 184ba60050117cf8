import { type ReactNode, useId } from 'react'
import f from '@/features/office/form.module.css'

/** What ties a control to its label and its fault. */
type Tied = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }
type Props = { label: string; fault: string | undefined; children: (tied: Tied) => ReactNode }

/** One line of a form: its label, its control, its fault said right under it. */
export function FieldLine({ label, fault, children }: Props) {
  const id = useId()
  const wrong = fault === undefined ? undefined : `${id}-fault`
  return (
    <div className={f.field}>
      <label htmlFor={id}>{label}</label>
      <div>
        {children({ id, 'aria-invalid': wrong !== undefined, 'aria-describedby': wrong })}
        {wrong === undefined ? null : (
          <p id={wrong} className={f.error}>
            {fault}
          </p>
        )}
      </div>
    </div>
  )
}

import s from './shell.module.css'

/** Title, a note under it and the controls of a page. */
export function PageHead({
  title,
  note,
  controls,
}: {
  title: string
  note?: React.ReactNode
  controls?: React.ReactNode
}) {
  return (
    <div className={s.head}>
      <div>
        <h1>{title}</h1>
        {note}
      </div>
      {controls === undefined ? null : <div className={`${s.controls ?? ''} no-print`}>{controls}</div>}
    </div>
  )
}

/** Nothing to show: says so, and what to do next. */
export function Empty({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className={s.empty}>
      <b>{title}</b>
      {children}
    </div>
  )
}

export function Notice({ bad = false, children }: { bad?: boolean; children: React.ReactNode }) {
  return <div className={bad ? `${s.notice ?? ''} ${s.noticeBad ?? ''}` : s.notice}>{children}</div>
}

import s from './fold.module.css'

type Props = { id?: string | undefined; summary: React.ReactNode; children: React.ReactNode }

/**
 * What is looked up, not read: folded until a press, a search in the page, a link into it or paper wants it (the latter
 * two by `Unfolding`). The server never says open or closed, so what a reader opened outlives every newer drawing.
 */
export function Fold({ id, summary, children }: Props) {
  return (
    <details id={id} className={s.fold} data-fold="">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

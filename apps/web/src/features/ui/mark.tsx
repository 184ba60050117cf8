import { CELL_FILTER_LABELS, type CellFilter } from '@lianxi/schema/views/cell'
import type { WorkState } from '@lianxi/schema/work-state'
import { attribute as attributes, type Attribute } from '@lianxi/schema/vocabulary'
import s from './mark.module.css'

/** Shapes are in GB 2312, so that every office machine's font has them; word and shape speak without the colour. */
const FILING = {
  due: ['◇', s.pending],
  pending: ['□', s.pending],
  overdue: ['○', s.none],
  reported: ['■', s.done],
  returned: ['←', s.bad],
  waiting: ['◎', s.pending],
  late: ['△', s.warn],
  nil: ['＝', s.pending],
  corrected: ['☆', s.pending],
  confirmed: ['★', s.done],
  conflict: ['※', s.bad],
  objections: ['※', s.warn],
  attention: ['▽', s.warn],
  problems: ['▽', s.warn],
  disagrees: ['≠', s.bad],
  overridden: ['◇', s.pending],
  contested: ['※', s.warn],
  'not-asked': ['–', s.none],
} satisfies Record<CellFilter, [string, string | undefined]>

/** Where a filing stands: shape, word, colour. */
export function FilingMark({ state, children }: { state: CellFilter; children?: React.ReactNode }) {
  const [shape, className] = FILING[state]
  return (
    <span className={`${s.mark} ${className ?? ''}`}>
      <span className={s.shape} aria-hidden="true">
        {shape}
      </span>
      {CELL_FILTER_LABELS[state]}
      {children}
    </span>
  )
}

const WORK = {
  returned: ['←', s.bad],
  'sent-back': ['←', s.bad],
  'to-fill': ['□', s.pending],
  draft: ['◇', s.pending],
  submitted: ['→', s.pending],
  publishing: ['→', s.done],
  reported: ['■', s.done],
} satisfies Record<WorkState, [string, string | undefined]>

/** Where a duty stands in its office. */
export function WorkMark({ state, children }: { state: WorkState; children: React.ReactNode }) {
  const [shape, className] = WORK[state]
  return (
    <span className={`${s.mark} ${className ?? ''}`}>
      <span className={s.shape} aria-hidden="true">
        {shape}
      </span>
      {children}
    </span>
  )
}

/** 约束性 and 重点 are marked; 预期性 is the normal case and stays unmarked. */
export function AttributeTag({ attribute }: { attribute: Attribute | null }) {
  if (attribute === null || attribute === 'expected') return null
  return (
    <span className={`${s.tag} ${(attribute === 'binding' ? s.bad : s.done) ?? ''}`}>
      {attributes.labels[attribute]}
    </span>
  )
}

export function Tag({ children }: { children: React.ReactNode }) {
  return <span className={`${s.tag} ${s.pending ?? ''}`}>{children}</span>
}

/** What a body was asked for in a period and what came: numbers of duties. */
export type Filed = {
  /** Asked for. */
  due: number
  reported: number
  /** Of the reported: 本期无变化, which is a report like any other. */
  nil: number
  /** Of the reported: first said after the due moment. */
  late: number
  /** Not reported, and the due moment has passed. */
  overdue: number
}

/** Percent with one place, half up; 100.0 is only said of all and 0.0 only of none. Null: nothing to divide by. */
function percentOf(part: number, all: number): string | null {
  if (all === 0) return null
  const rounded = Math.floor((part * 2000 + all) / (all * 2))
  const tenths = part === all ? 1000 : part === 0 ? 0 : Math.min(999, Math.max(1, rounded))
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

/** 完成率: reported of all that was asked. */
export const completionOf = ({ reported, due }: Filed): string | null => percentOf(reported, due)

/** 按时率: reported in time of all that was reported or should have been by now; what may still come says nothing. */
export const timelinessOf = ({ reported, late, overdue }: Filed): string | null =>
  percentOf(reported - late, reported + overdue)

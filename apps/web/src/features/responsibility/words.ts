import type { Responsibility } from '@lianxi/schema/views/responsibility'

export const RESPONSIBILITY = '/responsibility'

export const ROLES = { reports: '填报', leads: '牵头', shares: '责任单位' } satisfies Record<
  Responsibility['roles'][number],
  string
>

type Due = NonNullable<Responsibility['due']>
type Alike = Pick<Due[number], 'state' | 'late'> & { periods: string[] }

/** Periods that follow each other and stand alike, together. */
export function alike(due: Due): Alike[] {
  const groups: Alike[] = []
  for (const { period, state, late } of due) {
    const last = groups.at(-1)
    if (last !== undefined && last.state === state && last.late === late) last.periods.push(period)
    else groups.push({ periods: [period], state, late })
  }
  return groups
}

import type { BodyLine } from '@lianxi/schema/views/responsibility'
import type { Query } from '@/features/session/search'
import { CountsTable } from './counts-table'
import { ROLES } from './words'

type Props = { bodies: BodyLine[]; label: string; query: Query }
const COUNTS = ['reports', 'leads', 'shares'] as const

/** The bodies of one region with what they carry and how their reports came in; each opens its items. */
export const BodiesTable = ({ bodies, label, query }: Props) => (
  <CountsTable
    {...{ id: 'bodies', of: bodies, noun: '单位', label, query }}
    heads={COUNTS.map((role) => ROLES[role])}
    line={(one) => ({
      ...{ code: one.body.code, name: one.body.name, parent: null, opens: { body: one.body.code }, filed: one.filed },
      ...{ note: one.own ? '（本单位）' : '', counts: COUNTS.map((role) => one[role]) },
    })}
  />
)

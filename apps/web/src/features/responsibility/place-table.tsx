import type { PlaceLine } from '@lianxi/schema/views/responsibility'
import type { Query } from '@/features/session/search'
import { CountsTable } from './counts-table'

type Props = { places: PlaceLine[]; label: string; query: Query }

/** Every region with what its bodies report and how it came in; each opens its bodies. */
export const PlaceTable = ({ places, label, query }: Props) => (
  <CountsTable
    {...{ id: 'places', of: places, noun: '地区', label, query }}
    heads={['填报单位', '填报事项']}
    line={({ code, name, parent, bodies, items, filed }) => ({
      ...{ code, name, parent, filed, opens: { region: code }, counts: [bodies, items] },
    })}
  />
)

import { filterNote } from './filter-words'

/** Paper has no form that says to what a list is narrowed. */
export const FilterNote = ({ filters }: { filters: readonly string[] }) =>
  filters.length === 0 ? null : <p className="note only-print">{filterNote(filters)}</p>

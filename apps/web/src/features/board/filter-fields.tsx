type Option = { value: string; label: string }
type Props = { name: string; label: string; options: Option[]; value: string | undefined; all?: string }

/** One choice of a filter form; `all` is the word for no choice. What the address asks for stays said, offered or not. */
export function FilterSelect({ name, label, options, value, all }: Props) {
  const isOffered = value === undefined || options.some((option) => option.value === value)
  return (
    <div>
      <label htmlFor={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name} defaultValue={value ?? ''} key={value ?? ''} data-key={value ?? ''}>
        {all === undefined ? null : <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {isOffered ? null : <option value={value}>{value}（不可选）</option>}
      </select>
    </div>
  )
}

type SearchProps = { name?: string; label: string; value: string | undefined }

/** A search box of a filter form. */
export function FilterSearch({ name = 'q', label, value }: SearchProps) {
  return (
    <div>
      <label htmlFor={`f-${name}`}>{label}</label>
      <input
        id={`f-${name}`}
        name={name}
        type="search"
        maxLength={60}
        defaultValue={value ?? ''}
        key={value ?? ''}
        data-key={value ?? ''}
      />
    </div>
  )
}

/** A vocabulary's words in its order. */
export const words = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
export const named = (list: { code: string; name: string }[]): Option[] =>
  list.map(({ code, name }) => ({ value: code, label: name }))

import { Fragment, isValidElement, type ReactNode } from 'react'

const TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => TEXT[letter] ?? letter)

const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr'])
/** What React itself writes otherwise than it is named; capitals mean nothing in HTML. */
const NAMES: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  defaultValue: 'value',
}

const isList = (node: ReactNode): node is readonly ReactNode[] => Array.isArray(node)

function attribute(name: string, value: unknown): string {
  const isWord = name.startsWith('data-') || name.startsWith('aria-')
  if (value === undefined || value === null || (value === false && !isWord)) return ''
  if (value === true && !isWord) return ` ${name}=""`
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return ` ${NAMES[name] ?? name}="${escaped(String(value))}"`
  throw new Error(`${name}: what is drawn once takes words and numbers alone`)
}

/** A list of choices marks the one that stands, as it has no value of its own in HTML. */
function select({ defaultValue, ...others }: Record<string, unknown>): string {
  const chosen = `<option${attribute('value', defaultValue)}`
  return host('select', others).replace(`${chosen}>`, () => `${chosen} selected="">`)
}

function host(tag: string, { children, ...attributes }: Record<string, unknown>): string {
  const open = Object.entries(attributes).reduce((all, [name, value]) => all + attribute(name, value), `<${tag}`)
  return VOID.has(tag) ? `${open}/>` : `${open}>${markup(children as ReactNode)}</${tag}>`
}

/**
 * The HTML of elements and of components that are functions of what they are given: no client components, no hooks,
 * nothing to wait for. React's own static drawing is not to be had where server components run.
 * @throws what cannot be drawn so
 */
export function markup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string' || typeof node === 'number') return escaped(String(node))
  if (isList(node)) return node.map(markup).join('')
  if (!isValidElement<Record<string, unknown>>(node)) throw new Error('only elements and texts are drawn once')
  const { type, props } = node
  if (typeof type === 'string') return type === 'select' && 'defaultValue' in props ? select(props) : host(type, props)
  if (type === Fragment) return markup(props['children'] as ReactNode)
  if (typeof type !== 'function' || '$$typeof' in type) throw new Error('a client component cannot be drawn once')
  return markup((type as (given: unknown) => ReactNode)(props))
}

import { z } from 'zod'

type Schema = z.core.$ZodType
type Issue = z.core.$ZodIssue

/** What each procedure takes, by its path. The router tells it once it is put together: it needs the formatter before. */
const inputs = new Map<string, readonly Schema[]>()

const isSchema = (value: unknown) => value instanceof z.core.$ZodType
// Flat at run time (`report.submit`), nested in its type; each is a function that carries what it declares.
const Declared = z.custom<{ _def: { inputs: Schema[] } }>((value) => typeof value === 'function')
const Declarations = z.record(z.string(), Declared)

/** @param procedures a router's, by their paths */
export function tellInputs(procedures: object): void {
  for (const [path, { _def }] of Object.entries(Declarations.parse(procedures)))
    inputs.set(path, _def.inputs.filter(isSchema))
}

const titleOf = (schema: Schema): string | undefined => z.globalRegistry.get(schema)?.title

const valueAt = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** Of several forms of one input the one that was meant: its literal words (such as a deed's type) are the given ones. */
function isMeant(option: Schema, value: unknown): boolean {
  if (!(option instanceof z.ZodObject)) return false
  return Object.entries(option.shape).every(
    ([key, part]) => !(part instanceof z.ZodLiteral) || part.safeParse(valueAt(value, key)).success,
  )
}

/** What the schema asks of `key`, through all that may be around it. */
function partOf(schema: Schema, value: unknown, key: PropertyKey): Schema | undefined {
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, Schema> = schema.shape
    return shape[String(key)]
  }
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodRecord) return schema.valueType
  if (schema instanceof z.ZodPipe) return partOf(schema.in, value, key)
  if (schema instanceof z.ZodUnion) {
    const meant = schema.options.find((option) => isMeant(option, value))
    return meant === undefined ? undefined : partOf(meant, value, key)
  }
  const within = innerOf(schema)
  return within === undefined ? undefined : partOf(within, value, key)
}

function innerOf(schema: Schema): Schema | undefined {
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  return wrapped ? schema.unwrap() : undefined
}

function ownTitle(schema: Schema): string | undefined {
  const within = innerOf(schema)
  return titleOf(schema) ?? (within === undefined ? undefined : ownTitle(within))
}

/** The field at `path` in Chinese, with the number of its row where it is one of many; and what was written there. */
function fieldAt(schema: Schema, input: unknown, path: readonly PropertyKey[]) {
  let at: Schema | undefined = schema
  let value = input
  let title: string | undefined
  let row: number | undefined
  for (const key of path) {
    at = at === undefined ? undefined : partOf(at, value, key)
    value = valueAt(value, key)
    if (typeof key === 'number') row = key + 1
    if (at !== undefined) title = ownTitle(at) ?? title
  }
  return { title: title === undefined || row === undefined ? title : `第${row}项${title}`, value }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || Number.isNaN(value) || (typeof value === 'string' && value.trim() === '')

/** zod's own words are English; a schema's own are ours. */
const isOurs = (message: string): boolean => /[\u4e00-\u9fff]/.test(message)

function limitOf(issue: Issue): string {
  if (issue.code === 'too_small') return issue.origin === 'array' ? '一项也没有' : `不得小于${issue.minimum}`
  if (issue.code !== 'too_big') return '写法有误'
  return issue.origin === 'string' ? `不超过${issue.maximum}字` : `不得大于${issue.maximum}`
}

function sentenceOf(schema: Schema, input: unknown, issue: Issue): string | undefined {
  const { title, value } = fieldAt(schema, input, issue.path)
  if (isOurs(issue.message) && (title === undefined || issue.message.startsWith('请'))) return issue.message
  if (title === undefined) return undefined
  if (isEmpty(value)) return `请填写${title}`
  return `${title}：${isOurs(issue.message) ? issue.message : limitOf(issue)}`
}

/** So many sentences are read; a file of rows could give thousands. */
const MOST = 5

/**
 * What is wrong with an input, field by field in Chinese, for whoever filled it in.
 * @param path the procedure's
 * @returns undefined when no field can be named: then the address or a button is wrong, not what was typed
 */
export function sayRefused(path: string | undefined, input: unknown, error: unknown): string | undefined {
  if (!(error instanceof z.ZodError) || path === undefined) return undefined
  const first = new Map(error.issues.toReversed().map((issue) => [issue.path.join('.'), issue]))
  const said = [...first.values()].toReversed().flatMap((issue) => {
    const sentences = (inputs.get(path) ?? []).map((schema) => sentenceOf(schema, input, issue))
    return sentences.find((sentence) => sentence !== undefined) ?? []
  })
  const sentences = [...new Set(said)]
  if (sentences.length === 0) return undefined
  const more = sentences.length > MOST ? `；另有 ${sentences.length - MOST} 处` : ''
  return `没有办理：${sentences.slice(0, MOST).join('；')}${more}。`
}

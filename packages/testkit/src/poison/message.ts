import type { EncodedEvent } from '@lianxi/schema/events/encode'
import type { RawRecord } from '../kafka/raw-records'

/** A message in the making: a good event that a kind of poison spoils in one place. */
export type Draft = {
  key: Buffer | string | null
  /** A list: the header comes as often. Null: it has no value. Undefined: it is missing. */
  headers: Record<string, HeaderText | readonly HeaderText[] | undefined>
  value: Buffer | string | null
}
type HeaderText = Buffer | string | null

export const draftOf = ({ key, headers, value }: EncodedEvent): Draft => ({ key, headers: { ...headers }, value })

export function recordOf({ key, headers, value }: Draft): RawRecord {
  return {
    key: bytesOf(key),
    value: bytesOf(value),
    headers: Object.entries(headers).flatMap(([name, given]) =>
      given === undefined
        ? []
        : [given].flat().map((text): [Buffer, Buffer | null] => [Buffer.from(name), bytesOf(text)]),
    ),
  }
}

const bytesOf = (text: HeaderText): Buffer | null => (typeof text === 'string' ? Buffer.from(text) : text)

import { v7 as uuidv7 } from 'uuid'
import type { EventId } from '@lianxi/schema/codes'
import { chance } from './chance'

/** A UUIDv7 of the demo's moment whose random part follows from the words: the same history has the same ids. */
export function demoEventId(at: Date, ...words: (string | number)[]): EventId {
  const random = Uint8Array.from({ length: 16 }, (_, index) => Math.floor(chance('id', index, ...words) * 256))
  return uuidv7({ msecs: at.getTime(), random })
}

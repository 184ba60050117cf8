import { encodeEvent, type EncodedEvent } from '@lianxi/schema/events/encode'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { newEventId } from '@lianxi/testkit/codes'
import type { Office } from './plan'

export type Saying = { id?: string; time?: string }

/** An event as the office's publisher would send it. */
export const encodedBy = (office: Office, event: LianxiEvent, { id, time }: Saying = {}): EncodedEvent =>
  encodeEvent(event, {
    id: id ?? newEventId(),
    zone: office.zone,
    source: office.body,
    time: time ?? '2025-10-10T02:00:00.000Z',
  })

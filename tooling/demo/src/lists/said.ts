import type { BodyCode } from '@lianxi/schema/codes'
import type { LianxiEvent } from '@lianxi/schema/events/registry'

/** An event and the body that says it. */
export type Said = { event: LianxiEvent; source: BodyCode }

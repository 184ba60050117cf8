import type { StreamState } from '@lianxi/schema/views/common'

/** Which moment an answer shows: the present with its stream, or a past one. */
export type Picture = { asOf: string | null; stream: StreamState | null }

/**
 * What a page of several answers says of its age. One that is slow to read may be an older one (ADR 39); the page then
 * names that moment, and asks again until all are there.
 */
export const oldestOf = (...pictures: readonly [Picture, ...Picture[]]): Picture =>
  pictures.reduce((oldest, one) => ((one.stream?.stamp ?? '') < (oldest.stream?.stamp ?? '') ? one : oldest))

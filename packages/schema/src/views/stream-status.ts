import { z } from 'zod'
import { StreamState } from './common'
import { WorkerPart } from './worker-state'

/** 运行状态: for the administrator, everything the workers tell. */
export const StreamStatus = z.strictObject({ state: StreamState, parts: z.array(WorkerPart) })
export type StreamStatus = z.infer<typeof StreamStatus>

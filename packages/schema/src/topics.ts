import { z } from 'zod'
import { RegionCode, ZoneCode } from './codes'
import type { SubjectKind } from './vocabulary'

/** What a topic carries. Every fact has exactly one writing topic. */
export const TopicKind = z.enum(['target', 'project', 'meeting', 'plan'])
export type TopicKind = z.infer<typeof TopicKind>
export type Topic = { name: string } & (
  | { kind: 'target' | 'project'; region: RegionCode }
  | { kind: 'meeting' | 'plan'; zone: ZoneCode }
)

/** Topic of a region's own voice on its targets or projects. */
export const regionTopic = (region: RegionCode, kind: SubjectKind): string => `lianxi.${region}.${kind}.v1`

/** Topic of a zone: `plan` lists what is promised and when it is due, `meeting` confirms, returns and decides. */
export const zoneTopic = (zone: ZoneCode, kind: 'meeting' | 'plan'): string => `lianxi.${zone}.${kind}.v1`

/** Messages come in runs of one topic: its name is read once a run. */
let last: { name: string; topic: Topic | undefined } = { name: '', topic: undefined }

/** Reads a topic's name back; undefined for a topic that is not ours. */
export function findTopic(name: string): Topic | undefined {
  if (name !== last.name) last = { name, topic: readTopic(name) }
  return last.topic
}

function readTopic(name: string): Topic | undefined {
  const [prefix, owner, kind, version, ...rest] = name.split('.')
  if (prefix !== 'lianxi' || version !== 'v1' || rest.length > 0) return undefined
  const region = RegionCode.safeParse(owner)
  if (region.success && (kind === 'target' || kind === 'project')) return { name, kind, region: region.data }
  const zone = ZoneCode.safeParse(owner)
  if (zone.success && (kind === 'meeting' || kind === 'plan')) return { name, kind, zone: zone.data }
  return undefined
}

/** Settings of every topic; docs/adr says why (compression bombs, history for ever, the broker's own clock). */
export const TOPIC_SETTINGS = {
  'retention.ms': '-1',
  'compression.type': 'uncompressed',
  'max.message.bytes': '262144',
  'message.timestamp.type': 'LogAppendTime',
} as const

/** The web refuses to publish an event whose data is larger than this, well below the topic's limit. */
export const MAX_EVENT_BYTES = 200_000

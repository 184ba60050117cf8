import { z } from 'zod'
import { Instant } from '../decimal'

/** A topic that waits and tries again, or is stopped until a person has looked, as its worker says it. */
const Held = z.object({ topic: z.string(), reason: z.string(), since: Instant })

/** What the consumer knows of the stream; instants are real time. Fields a newer worker adds are ignored. */
export const ConsumerFacts = z.object({
  joined: z.boolean().meta({ title: '已加入消费组' }),
  expectsTopics: z.boolean().meta({ description: 'false while no topic exists that it could read' }),
  lastFetchAt: Instant.nullable().meta({ title: '最近读取' }),
  lastCommitAt: Instant.nullable().meta({ title: '最近入库' }),
  behindSince: Instant.nullable().meta({ title: '落后自', description: 'messages lie on topics and are not applied' }),
  lag: z
    .record(z.string(), z.int())
    .meta({ title: '落后条数', description: 'by topic; topics without any are left out' }),
  waiting: z.array(Held).meta({ title: '暂停重试' }),
  halted: z.array(Held).meta({ title: '已停止' }),
})
export type ConsumerFacts = z.infer<typeof ConsumerFacts>

/** What every part of a worker tells: in words what is wrong, as facts what it has seen. */
export const PartReport = z.object({
  ready: z.boolean().meta({ description: 'what is sent now will be worked off now' }),
  complaints: z
    .array(z.string())
    .meta({ title: '故障', description: 'the process no longer does its work; a restart may mend it' }),
  attention: z
    .array(z.string())
    .meta({ title: '需处理', description: 'the stream is hurt in a way no restart mends: a person must look' }),
  facts: z.record(z.string(), z.unknown()),
})
export type PartReport = z.infer<typeof PartReport>

/** What a worker process does, a part each. */
export const WorkerPartName = z.enum(['consumer', 'relay', 'calendar', 'judge', 'notices', 'admin'])
export type WorkerPartName = z.infer<typeof WorkerPartName>

export const WORKER_PART_LABELS = {
  consumer: '汇总（消费）',
  relay: '发送',
  calendar: '日历',
  judge: '状态判定',
  notices: '通知提醒',
  admin: '权限与凭据',
} satisfies Record<WorkerPartName, string>

/** One part of one worker as it last told of itself; its name stays a string, because an older worker may have others. */
export const WorkerPart = z.strictObject({
  worker: z.string().meta({ title: '进程' }),
  part: z.string().meta({ title: '部分', examples: [...WorkerPartName.options] }),
  startedAt: Instant.meta({ title: '启动' }),
  seenSeconds: z.number().meta({ title: '最近报告（秒前）', description: 'real time' }),
  report: PartReport,
})
export type WorkerPart = z.infer<typeof WorkerPart>

/** Older than this, a worker that writes every five seconds is gone or frozen. */
export const SILENT_SECONDS = 20

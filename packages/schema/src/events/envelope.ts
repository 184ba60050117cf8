import { z } from 'zod'
import { BodyCode, EventId } from '../codes'
import { Instant } from '../decimal'

/**
 * CloudEvents 1.0 context attributes as we send them in Kafka's binary mode: each is a header `ce_<name>`,
 * the value is the JSON data, the message key is the subject's code.
 */
export const Envelope = z.strictObject({
  specversion: z.literal('1.0'),
  id: EventId,
  source: BodyCode.meta({ title: '发布单位', description: 'body that speaks' }),
  type: z.string().min(1).max(120),
  subject: z.string().min(1).max(60).meta({ description: 'code of what the event is about; equals the message key' }),
  time: Instant.meta({ description: 'domain time at which it was said' }),
  datacontenttype: z.literal('application/json'),
  traceparent: z
    .string()
    .regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    .optional()
    .meta({ description: 'W3C trace context of the request that caused it' }),
})
export type Envelope = z.infer<typeof Envelope>

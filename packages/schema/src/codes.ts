import { z } from 'zod'

/** GB/T 2260 administrative division code, six digits, as a string (leading digits matter). */
export const RegionCode = z
  .string()
  .regex(/^\d{6}$/, '行政区划代码应为六位数字')
  .meta({ title: '行政区划代码', description: 'GB/T 2260 code of a region', examples: ['510403'] })
export type RegionCode = z.infer<typeof RegionCode>

/** A zone with one joint meeting, e.g. `Z-PX` 攀西经济区. Zones are data, never code. */
export const ZoneCode = z
  .string()
  .regex(/^Z-[A-Z]{2,8}$/)
  .meta({ title: '经济区代码', description: 'code of a zone', examples: ['Z-PX'] })
export type ZoneCode = z.infer<typeof ZoneCode>

/** Anything a plan lists and a body reports on: a target (`DQ-145-T001`) or a project (`PX-145-P012`). */
export const SubjectCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+){1,4}$/)
  .max(40)
  .meta({ title: '事项编号', description: 'code of a target or project', examples: ['DQ-145-T001'] })
export type SubjectCode = z.infer<typeof SubjectCode>

/** A body's code: its region and a short name, e.g. `510403-FGJ` (西区发展和改革局). */
export const BodyCode = z
  .string()
  .regex(/^[0-9A-Z]+(-[0-9A-Z]+)*$/)
  .max(40)
  .meta({ title: '单位代码', description: 'code of a body', examples: ['510403-FGJ'] })
export type BodyCode = z.infer<typeof BodyCode>

/** Code of a plan, an indicator, a list or another listed thing that is not reported on itself. */
export const FactCode = z
  .string()
  .regex(/^[0-9A-Z]+(-[0-9A-Z]+)*$/)
  .max(60)
  .meta({ title: '编号', description: 'code of a plan, indicator or list', examples: ['I-GDP', 'L-Z-PX-2025'] })
export type FactCode = z.infer<typeof FactCode>

/**
 * Identity of one published event: UUIDv7, lower case. Reports name each other by it. Capitals are refused: PostgreSQL
 * gives every UUID back in lower case, and one id would be two.
 */
export const EventId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, '事件编号应为小写的 UUIDv7')
  .meta({ title: '事件编号', description: 'UUIDv7 of an event, lower case', format: 'uuid' })
export type EventId = z.infer<typeof EventId>

import { z } from 'zod'
import { FactCode, RegionCode, ZoneCode } from '@lianxi/schema/codes'
import { Decimal } from '@lianxi/schema/decimal'
import { Visibility } from '@lianxi/schema/vocabulary'

const Line = z.int().min(0)

/** Where a fact stands; `document` names our copy of the plan's text, which is not part of the product. */
export const RowSource = z.strictObject({
  document: z.string().regex(/^\d{3}$/),
  plan: FactCode,
  chapter: z.string().max(200),
  section: z.string().max(200).nullable(),
  box: z.string().max(200).optional(),
  line: Line,
  alsoLines: z.array(Line).optional(),
})
export type RowSource = z.infer<typeof RowSource>

/** A JSON number turned into exact decimal text: the shortest text that reads back as the same number. */
export const Figure = z
  .number()
  .transform((value) => String(value))
  .pipe(Decimal)

export const PlaceCode = z.union([RegionCode, ZoneCode])
export const Year = z.int().min(1990).max(2060)
export const Name = z.string().min(1).max(200)

export const sourced = {
  zone: ZoneCode,
  plan: FactCode,
  visibility: Visibility,
  source: RowSource,
}

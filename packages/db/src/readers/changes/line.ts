import type { ChangeKind, ChangeLine } from '@lianxi/schema/views/changes'

/** What a line is about, and when it was said last. */
export type ChangedAbout = Pick<ChangeLine, 'subject' | 'kind' | 'name' | 'field' | 'at'>

/** A line that words say better than figures: of no region and no period, unless the caller adds them. */
export const lineInWords = (
  kinds: ChangeKind[],
  { subject, kind, name, field, at }: ChangedAbout,
  note: string | null,
): ChangeLine => ({
  ...{ kinds, subject, kind, name, field, at, note },
  ...{ region: null, period: null, unit: null, before: null, after: null, earlier: null },
})

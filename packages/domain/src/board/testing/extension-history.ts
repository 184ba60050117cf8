import type { ExtensionEnded } from '@lianxi/schema/events/extensions'
import fc from 'fast-check'

type Parts = { [Field in keyof ExtensionEnded]: fc.Arbitrary<ExtensionEnded[Field]> }

/** More time for a body or a duty, what was taken back of it, and the end of it; the end may come first. */
export const extensionCommand = (extended: Parts) =>
  fc.oneof(
    fc.record({
      type: fc.constant('lianxi.duty.extended.v1' as const),
      data: fc.record({ ...extended, reason: fc.constant('数据推迟发布'), grantedBy: fc.constant('丙') }),
    }),
    fc.record({
      type: fc.constant('lianxi.duty.extension-withdrawn.v1' as const),
      data: fc.record({ ...extended, reason: fc.constant('单位选择有误'), withdrawnBy: fc.constant('丙') }),
    }),
    fc.record({ type: fc.constant('lianxi.duty.extension-ended.v1' as const), data: fc.record(extended) }),
  )

import fc from 'fast-check'

const decided = { decidedOn: fc.constant('2025-10-10'), decidedBy: fc.constant('赵明远') }
/** What the project library is told; it touches no cell, but stands on the same topic and is folded with it. */
export const libraryCommand = (codes: readonly string[]) =>
  fc.oneof(
    fc.record({
      type: fc.constant('lianxi.project.merged.v1' as const),
      data: fc.record({
        ...{
          code: fc.constantFrom(...codes),
          into: fc.constantFrom('XQ-145-P008', 'XQ-145-P009'),
          reason: fc.constant('同一项目'),
        },
        ...{ basis: fc.constant(null), ...decided },
      }),
    }),
    fc.record({
      type: fc.constant('lianxi.project.separated.v1' as const),
      data: fc.record({
        ...{
          code: fc.constantFrom(...codes),
          from: fc.constantFrom('XQ-145-P008', 'XQ-145-P009'),
          reason: fc.constant('两个项目'),
        },
        ...decided,
      }),
    }),
    fc.record({
      type: fc.constant('lianxi.project.advanced.v1' as const),
      data: fc.record({
        ...{
          code: fc.constantFrom(...codes),
          rung: fc.constantFrom('reserve' as const, 'under-construction' as const, 'completed' as const),
        },
        ...{
          previous: fc.constant(null),
          on: fc.constantFrom('2025-03-01', '2025-09-01'),
          document: fc.constant(null),
        },
        ...{ note: fc.constant(null), reason: fc.constantFrom(null, '资金未落实'), decidedBy: decided.decidedBy },
      }),
    }),
  )

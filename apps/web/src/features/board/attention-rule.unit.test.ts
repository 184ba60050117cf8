import { expect, it } from 'vitest'
import type { StatusMark } from '@lianxi/schema/views/status'
import { ATTENTION_RULE, isPoor } from './attention-rule'

const mark = (status: StatusMark['status']): StatusMark => ({
  ...{ status, computed: status, sentence: '', override: null, objection: null },
})

it('says which items are listed, as they are chosen', () => {
  expect(ATTENTION_RULE).toBe(
    '状态为突破、倒退、严重滞后的，约束性和重点事项滞后的，以及退回待重报、两份填报冲突、到期未报、提出需协调事项、反映问题、核对有异议、对状态有异议，待答复的',
  )
})

it('says the reason of whatever is behind, also of what is listed for another reason', () => {
  expect([mark('behind'), mark('breached'), mark('on-track'), mark('not-reported'), null].map(isPoor)).toEqual([
    ...[true, true, false, false, false],
  ])
})

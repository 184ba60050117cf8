import { describe, expect, it } from 'vitest'
import { ResetPassword } from '../commands/account'
import { AccountsInput } from './admin'
import { ParkedInput } from './parked'
import { ProjectsInput, TargetsInput } from './lists'
import { DueListInput } from './office'

const NUL = 'a\u0000b'
const key = '01999d11-9800-7012-8a3e-5f0c9d210012'

describe('what somebody looks for', () => {
  it.each([
    ['targets', TargetsInput, { zone: 'Z-PX' }, 'q'],
    ['projects', ProjectsInput, { zone: 'Z-PX' }, 'q'],
    ['the due list', DueListInput, { zone: 'Z-PX', region: '510403' }, 'q'],
    ['accounts', AccountsInput, {}, 'q'],
    ['parked messages', ParkedInput, {}, 'topic'],
    ['an account', ResetPassword, { idempotencyKey: key, password: 'correct-horse-battery' }, 'userId'],
  ])('in %s may be any text that PostgreSQL takes, so not NUL', (_what, schema, rest, field) => {
    expect(schema.safeParse({ ...rest, [field]: '米易 100%' }).success).toBe(true)
    expect(schema.safeParse({ ...rest, [field]: NUL }).success).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SetChannel } from '@lianxi/schema/commands/broker'
import { ReviseSubject } from '@lianxi/schema/commands/plan-revision'
import { AdoptYearList, ChangeYearList, CreateYearList } from '@lianxi/schema/commands/year-list'
import { sayRefused, tellInputs } from './refused-input'

const inputs = {
  set: SetChannel,
  create: CreateYearList,
  adopt: AdoptYearList,
  revise: ReviseSubject,
  wholes: ChangeYearList,
}
const declared = (schema: z.ZodType) => Object.assign(() => undefined, { _def: { inputs: [schema] } })
tellInputs(Object.fromEntries(Object.entries(inputs).map(([path, schema]) => [path, declared(schema)])))

const said = (path: keyof typeof inputs, input: object) => sayRefused(path, input, inputs[path].safeParse(input).error)

const key = { idempotencyKey: '3f0c0f5e-6a4b-4c1d-9a7e-0d2f6f1c2b3a' }
const list = { ...key, zone: 'Z-PX', list: 'L-Z-PX-2026', expectedVersion: 1 }

describe('an input that is refused', () => {
  it('names what is empty, in the sentence of the field where it has one', () => {
    const set = { ...key, zone: 'Z-PX', body: '510403-FGJ', kind: 'target', channel: 'direct', reason: '' }
    expect(said('set', set)).toBe('没有办理：请说明原因。')
    expect(said('adopt', { ...list, basis: '', on: '' })).toBe('没有办理：请注明会议或文号；请填写日期。')
    const created = { ...key, zone: 'Z-PX', region: null, year: '', name: '清单', copyOf: null }
    expect(said('create', created)).toBe('没有办理：请填写年度。')
  })

  it('says what is wrong with what is written', () => {
    const created = { ...key, zone: 'Z-PX', region: null, year: 19, name: '清单', copyOf: null }
    expect(said('create', created)).toBe('没有办理：年度：应在 2000 年至 2060 年之间。')
    expect(said('adopt', { ...list, basis: '联席会议', on: '2026-02-31' })).toBe('没有办理：日期：应为完整的日期。')
  })

  it('finds the field in the one of several forms that was meant', () => {
    const approve = { type: 'approve', number: 1, approvedBy: '市人大常委会', basis: '决议', on: '' }
    expect(said('revise', { ...key, zone: 'Z-PX', subject: 'PX-145-T001', deed: approve })).toBe(
      '没有办理：请填写批准日期。',
    )
  })

  it('says which row it is, and of many only the first few', () => {
    const wholes = Array.from({ length: 7 }, (_, index) => ({
      subject: 'PX-145-T001',
      value: index === 0 ? '1' : '1e3',
    }))
    const change = { ...list, name: '清单', calendar: [{ frequency: 'Q', opensDay: 1 }], wholes }
    const sentence = said('wholes', change)
    expect(sentence).toContain('第2项数值：应为数字')
    expect(sentence).toMatch(/另有 \d 处。$/)
  })

  it('leaves what no field can be named for to the general sentence', () => {
    expect(sayRefused('set', {}, new Error('x'))).toBeUndefined()
    expect(sayRefused('nothing', {}, z.string().safeParse(1).error)).toBeUndefined()
  })
})

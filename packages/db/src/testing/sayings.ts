import type { AnswerObjection, ObjectToStatus, OverrideStatus } from '@lianxi/schema/commands/status'
import { v4 } from 'uuid'
import { findSubjectView } from '../readers/board/subject'
import { answerObjection, objectToStatus, overrideStatus, withdrawObjection, withdrawOverride } from '../status/handle'
import type { World } from './board-world'

/** What people say of the status of 西区's T001 in 2025Q3, each carried to the board; gives `ok` or why it was refused. */
export function sayings(world: World, settle: () => Promise<void>) {
  const cell = () => ({
    ...{ zone: 'Z-PX', subject: 'XQ-145-T001', region: '510403', period: '2025Q3' },
    idempotencyKey: v4(),
  })
  const SECRETARY = { id: 's', name: '李明' }
  const acting = (input: { idempotencyKey: string }, actor = SECRETARY) => ({
    ...{ actor, body: 'Z-PX-LXB' },
    press: { userId: actor.id, key: input.idempotencyKey, procedure: 'status', input },
  })
  type Done = Awaited<ReturnType<typeof overrideStatus>>
  const code = (result: Done) => (result.ok ? 'ok' : result.refusal.code)
  async function override(change: Partial<OverrideStatus>) {
    const input: OverrideStatus = {
      ...{ ...cell(), onwards: false, status: 'achieved', until: null, reason: '数据推迟发布', ...change },
    }
    const result = code(await overrideStatus(world.prisma, input, acting(input)))
    await settle()
    return result
  }
  const mark = async () => {
    const judge = () => ({ mayReturn: false, mayConfirm: false })
    const view = await findSubjectView(world.prisma, 'Z-PX', 'XQ-145-T001', { sight: null, judge })
    const found = view?.standing[0]
    if (found === undefined) throw new Error('no status')
    return found
  }
  async function withdraw(event: string) {
    const input = { ...cell(), override: event, reason: '数据已发布' }
    const result = code(await withdrawOverride(world.prisma, input, acting(input)))
    await settle()
    return result
  }
  async function object(
    text: string,
    body = '510403-FGJ',
    role: 'approver' | 'coordinator' = 'approver',
    about: Pick<ObjectToStatus, 'override'> = {},
  ) {
    const input = { ...cell(), status: (await mark()).computed, ...about, text }
    const { body: _body, ...rest } = acting(input, { id: 'o', name: '王芳' })
    const result = code(await objectToStatus(world.prisma, input, { ...rest, offices: [{ body, role }] }))
    await settle()
    return result
  }
  async function takeBack(objection: string, body: string) {
    const input = { ...cell(), objection, reason: '已核对' }
    const { body: _body, ...rest } = acting(input, { id: 'o', name: '王芳' })
    const result = code(
      await withdrawObjection(world.prisma, input, { ...rest, offices: [{ body, role: 'approver' }] }),
    )
    await settle()
    return result
  }
  async function answer(objection: string, change: Partial<AnswerObjection>) {
    const input: AnswerObjection = {
      ...{ ...cell(), objection, outcome: 'overridden', reason: '情况属实', override: null, ...change },
    }
    const result = code(await answerObjection(world.prisma, input, acting(input)))
    await settle()
    return result
  }
  return { override, mark, withdraw, object, takeBack, answer }
}

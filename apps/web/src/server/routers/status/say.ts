import {
  answerObjection,
  objectToStatus,
  overrideStatus,
  withdrawObjection,
  withdrawOverride,
} from '@lianxi/db/status/handle'
import {
  AnswerObjection,
  ObjectToStatus,
  OverrideStatus,
  WithdrawObjection,
  WithdrawOverride,
} from '@lianxi/schema/commands/status'
import { DoneResult } from '@lianxi/schema/views/refusal'
import type { Access } from '../../access'
import { acting } from '../../acting'
import { memberProcedure } from '../../trpc'
import { judgingBody } from '../report/judging'

const SECRETARIAT: Access = { roles: ['secretariat'], scope: 'zone' }

/** A status set by hand, for a time; the computed one stays beside it. */
export const override = memberProcedure
  .meta({ access: SECRETARIAT })
  .input(OverrideStatus)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    overrideStatus(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )

export const withdraw = memberProcedure
  .meta({ access: SECRETARIAT })
  .input(WithdrawOverride)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    withdrawOverride(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )

/** Who speaks outwards for a body: its approver, and its region's coordinator; whose item it is, is looked at later. */
const SPEAKERS: Access = { roles: ['approver', 'coordinator'], scope: 'region' }

export const object = memberProcedure
  .meta({ access: SPEAKERS })
  .input(ObjectToStatus)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    objectToStatus(deps.prisma, input, { ...acting(granted, input, path), offices: granted.members }),
  )

export const answer = memberProcedure
  .meta({ access: SECRETARIAT })
  .input(AnswerObjection)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    answerObjection(deps.prisma, input, { ...acting(granted, input, path), body: judgingBody(granted) }),
  )

/** Taken back by the body that objected. */
export const withdrawObjecting = memberProcedure
  .meta({ access: SPEAKERS })
  .input(WithdrawObjection)
  .output(DoneResult)
  .mutation(({ ctx: { deps, granted }, input, path }) =>
    withdrawObjection(deps.prisma, input, { ...acting(granted, input, path), offices: granted.members }),
  )

import { findMeeting } from '@lianxi/db/readers/meeting/read'
import { MeetingFound, MeetingInput } from '@lianxi/schema/views/meeting'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { lookingOf } from './looking'

export const one = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(MeetingInput)
  .output(MeetingFound)
  .query(({ ctx: { deps, granted }, input: { zone, code } }) =>
    findMeeting(deps.prisma, zone, code, lookingOf(granted)),
  )

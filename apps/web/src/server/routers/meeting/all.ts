import { readMeetings } from '@lianxi/db/readers/meeting/read'
import { Meetings, MeetingsInput } from '@lianxi/schema/views/meeting'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from '../board/access'
import { lookingOf } from './looking'

export const all = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(MeetingsInput)
  .output(Meetings)
  .query(({ ctx: { deps, granted }, input: { zone } }) => readMeetings(deps.prisma, zone, lookingOf(granted)))

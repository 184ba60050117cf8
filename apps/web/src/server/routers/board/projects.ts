import { readProjects } from '@lianxi/db/readers/lists'
import { ProjectList, ProjectsInput } from '@lianxi/schema/views/lists'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'

export const projects = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(ProjectsInput)
  .output(ProjectList)
  .query(({ ctx, input }) => readProjects(ctx.deps.prisma, input, sightOf(ctx.granted.members)))

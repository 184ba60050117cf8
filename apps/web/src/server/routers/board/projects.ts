import { readProjects } from '@lianxi/db/readers/lists'
import { ProjectList, ProjectsInput } from '@lianxi/schema/views/lists'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'
import { readPicture } from './picture'

export const projects = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(ProjectsInput)
  .output(ProjectList)
  .query(({ ctx: { deps, granted }, input }) => {
    const sight = sightOf(granted.members)
    return readPicture(deps, { procedure: 'projects', input, sight }, (boards) =>
      readProjects(deps.prisma, input, sight, boards),
    )
  })

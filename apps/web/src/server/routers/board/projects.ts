import { readProjects } from '@lianxi/db/readers/board/lists'
import { ProjectList, ProjectsInput } from '@lianxi/schema/views/lists'
import { sightOf } from '../../access'
import { memberProcedure } from '../../trpc'
import { BOARD_READERS } from './access'
import { checkedOnce, readPicture } from './picture'

export const projects = memberProcedure
  .meta({ access: BOARD_READERS })
  .input(ProjectsInput)
  .output(checkedOnce(ProjectList))
  .query(({ ctx: { deps, granted }, input }) => {
    const sight = sightOf(granted.members)
    return readPicture(
      deps,
      { procedure: 'projects', input, asker: sight, answer: ProjectList, wide: true },
      ({ db, ...boards }) => readProjects(db, input, sight, boards),
    )
  })

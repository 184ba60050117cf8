import { router } from '../../trpc'
import { list } from './list'
import { project } from './project'
import { record } from './record'

export const library = router({ list, project, record })

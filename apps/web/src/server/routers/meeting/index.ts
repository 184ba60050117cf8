import { router } from '../../trpc'
import { all } from './all'
import { one } from './one'
import { say } from './say'

export const meeting = router({ all, one, say })

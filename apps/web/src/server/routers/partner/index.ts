import { router } from '../../trpc'
import { all } from './all'
import { invitable } from './invitable'
import { say } from './say'

export const partner = router({ all, invitable, say })

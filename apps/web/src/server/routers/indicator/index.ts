import { router } from '../../trpc'
import { all } from './all'
import { enterSeries, keep, stateSource } from './keep'

export const indicator = router({ all, keep, enterSeries, stateSource })

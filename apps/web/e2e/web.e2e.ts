import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { Browser } from 'playwright-core'
import { badInput } from './parts/bad-input'
import { crossing } from './parts/crossing'
import { decision } from './parts/decision'
import { folds } from './parts/folds'
import { grid } from './parts/grid'
import { hands } from './parts/hands'
import { keyboard } from './parts/keyboard'
import { login } from './parts/login'
import { mapping } from './parts/mapping'
import { meeting } from './parts/meeting'
import { month } from './parts/month'
import { outage } from './parts/outage'
import { pages } from './parts/pages'
import { library } from './parts/library'
import { links } from './parts/links'
import { list } from './parts/list'
import { plans } from './parts/plans'
import { partners } from './parts/partners'
import { parked } from './parts/parked'
import { redrawn } from './parts/redrawn'
import { revision } from './parts/revision'
import { seeded } from './parts/seeded'
import { share } from './parts/share'
import { standstill } from './parts/standstill'
import { story } from './parts/story'
import { titles } from './parts/titles'
import { openBrowser, type World } from './support/people'
import { startSystem, type System } from './support/system'
import { tellPages } from './support/tell-pages'

/** One real system for all of it: starting takes longer than the tests. */
describe('the web in a browser', () => {
  let system: System | undefined
  let browser: Browser | undefined
  const world = (): World => {
    if (system === undefined || browser === undefined) throw new Error('not started')
    return { system, browser }
  }
  beforeAll(async () => {
    system = await startSystem()
    browser = await openBrowser()
  }, 620_000)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await tellPages(world().browser, task.name)
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  }, 120_000)

  seeded(world)
  pages(world)
  login(world)
  links(world)
  titles(world)
  redrawn(world)
  folds(world)
  hands(world)
  story(world)
  badInput(world, { user: 'xiqu-tb', subject: 'XQ-CY-T006', period: '2025Q3', other: 'DQ-145-T021' })
  keyboard(world)
  grid(world)
  month(world)
  list(world)
  plans(world)
  mapping(world)
  revision(world)
  share(world)
  decision(world)
  library(world)
  crossing(world)
  parked(world)
  outage(world)
  standstill(world)
  partners(world)
  meeting(world)
})

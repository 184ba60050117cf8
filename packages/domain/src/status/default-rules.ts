import type { RuleSet } from './types'

/** What judges in a zone that has not adopted rules of its own (docs/adr/0029). */
export const DEFAULT_RULE_SET: RuleSet = {
  version: 0,
  rules: {
    ratio: { ahead: '1.05', onTrack: '0.95', behind: '0.6' },
    points: { ahead: '5', onTrack: '-5', behind: '-15' },
    growth: { ahead: '0.5', onTrack: '-0.3', behind: '-1.5' },
    compoundUn: { onTrack: '0.95', behind: '0.1' },
    compoundOpenSdg: { onTrack: '0.95', behind: '0.6' },
    tolerancePercent: '2',
    smallestExpected: '0.05',
    methods: {
      stock: 'given-path',
      ratio: 'given-path',
      flowYearEnd: 'given-path',
      flowWithinYear: 'pace-ratio',
      cumulative: 'pace-ratio',
      perYear: 'pace-ratio',
      project: 'pace-points',
    },
  },
}

import type { Kind } from '../checker/receipts'

/** The zone, its four regions and who speaks how: each region uses both ways in, and both kinds go both ways. */
export const ZONE = 'Z-PX'
export type Region = { code: string; name: string; direct: Kind; web: Kind }
export const REGIONS: readonly Region[] = [
  { code: '510400', name: '攀枝花市', direct: 'target', web: 'project' },
  { code: '513400', name: '凉山州', direct: 'project', web: 'target' },
  { code: '510402', name: '攀枝花市东区', direct: 'project', web: 'target' },
  { code: '510403', name: '攀枝花市西区', direct: 'project', web: 'target' },
]

export const bodyOf = (region: string): string => `${region}-FGJ`
export const topicOf = (region: string, kind: Kind): string => `lianxi.${region}.${kind}.v1`

const letter = { target: 'T', project: 'P' } as const
/** `CH-510403-T007`: subjects of a region that are reported one way; the direct ones and the web's never meet. */
export const subjectOf = (region: string, kind: Kind, number: number): string =>
  `CH-${region}-${letter[kind]}${String(number).padStart(3, '0')}`

/** Directly published subjects; the first ones have a duty, the others wait for one, as reports on unknown items do. */
export const DIRECT_SUBJECTS = 100
export const DIRECT_WITH_DUTY = 20
export const DIRECT_PERIODS = ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4'] as const
export const WEB_SUBJECTS = 30
export const WEB_PERIODS = ['2025Q1', '2025Q2', '2025Q3'] as const
/** One subject of each region and kind on which nothing but probes is reported. */
export const PROBE_SUBJECT = 999
export const PROBE_PERIOD = '2025Q1'

/** Domain time stands still at this moment (a demo clock), so that a seed means the same on every day. */
export const NOW = '2025-10-12T02:00:00.000Z'

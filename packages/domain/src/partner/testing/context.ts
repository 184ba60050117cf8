import type { KnownPartnership, Party, PartnerContext } from '../decide'

export const [OWNER, PARTNER, THIRD] = ['Z-PX', 'Z-CN', 'Z-CDB'] as const
export const INVITATION = '0199d3a0-9800-7085-8a3e-5f0c9d210094'
const PARTIES: Record<string, Record<string, Party>> = {
  [PARTNER]: {
    '511500': { region: '511500', body: null, stands: true },
    '510300': { region: '510300', body: null, stands: true },
    '511500-JTJ': { region: '511500', body: '511500-JTJ', stands: true },
    '511500-WJJ': { region: '511500', body: '511500-WJJ', stands: false },
    'Z-CN-ZX': { region: null, body: 'Z-CN-ZX', stands: true },
    '510400': { region: '510400', body: null, stands: true },
  },
  [THIRD]: { '511700': { region: '511700', body: null, stands: true } },
}
export const secretariat = (zone: string) => ({ zone, secretariat: true, regions: [] })
export const coordinator = (zone: string, region: string) => ({ zone, secretariat: false, regions: [region] })
export const base: PartnerContext = {
  ...{ ofZone: OWNER, subject: { code: 'PX-145-P233', isProject: true, merged: false }, partnerships: [] },
  findParty: (zone, code) => (PARTIES[zone] === undefined ? 'no-zone' : PARTIES[zone][code]),
  ...{ ownRegions: new Set(['510400', '513400']), underWay: false, speaker: secretariat(OWNER) },
  ...{ by: 'Z-PX-LXB', person: '李明', today: '2025-10-12' },
}
export const known = (change: Partial<KnownPartnership> = {}): KnownPartnership => ({
  ...{ code: 'PX-145-P233-H01', invitation: INVITATION, seen: INVITATION, state: 'asked', partnerZone: PARTNER },
  ...{ region: '511500', body: null, sharePercent: 30, ...change },
})

import { speaksForPartner } from '@lianxi/domain/partner/decide'
import { type PartnerViewer, seesPartnership, seesParts } from '@lianxi/domain/partner/sight'
import { isOpen } from '@lianxi/domain/partner/state'
import { elsewhereKey } from '@lianxi/domain/project/library'
import type { Keeper } from '@lianxi/domain/project/keeper'
import type { PartnershipView, PartnersView } from '@lianxi/schema/views/partner'
import { partnershipState } from '@lianxi/schema/partner-vocabulary'
import type { Database, Reading } from '../../client'
import type { Board } from '../base/board'
import { type Sight, visibleRegions } from '../moment/frame'
import { type PartnershipSaid, readPartnershipsSaid } from './said'
import { bodyName, readReference, type Reference, regionName } from '../base/reference'
import { readFoundSame, readShared } from './shared-parts'
import { readStreamState } from '../moment/stream-state'

/** `keeper`: for whom somebody may speak in his zone; null: what is past is only read. */
type Asked = { board: Board; zone: string; subject?: string | undefined; sight: Sight; keeper: Keeper | null }
/** Those of one project: of the zone's own, and those into which it was asked with this listing. */
async function readOf(db: Reading, board: Board, zone: string, subject: string): Promise<PartnershipSaid[]> {
  const said = await readPartnershipsSaid({ db, board, zone })
  const keys = said.some(({ ofZone }) => ofZone !== zone) ? await readFoundSame(db, board, zone, subject) : []
  return said.filter(({ ofZone, invited }) =>
    ofZone === zone ? invited.subject === subject : keys.includes(elsewhereKey(ofZone, invited.subject)),
  )
}

type References = (zone: string) => Promise<Reference>

/** Partnerships over zones a viewer sees; those that wait for an answer first. */
export async function readPartners(db: Database, asked: Asked): Promise<PartnersView> {
  const { board, zone, subject, sight } = asked
  const kept = new Map<string, Promise<Reference>>()
  const references: References = (code) => {
    const known = kept.get(code) ?? readReference(db, code, board)
    kept.set(code, known)
    return known
  }
  const stream = board.asOf === null ? await readStreamState(db, zone) : null
  const [own, said] = await Promise.all([
    references(zone),
    subject === undefined ? readPartnershipsSaid({ db, board, zone }) : readOf(db, board, zone, subject),
  ])
  const viewer: PartnerViewer = { zone, wide: sight === null, regions: visibleRegions(own, sight) }
  const seen = said.filter((one) => seesPartnership(viewer, placeOf(one)))
  const views = await Promise.all(seen.map((one) => toView(db, { ...asked, viewer, references }, one)))
  const order = (view: PartnershipView) => partnershipState.words.indexOf(view.state)
  return {
    zone: { code: zone, name: own.zone.name },
    ...{ asOf: board.asOf, stream },
    partnerships: views.sort((a, b) => order(a) - order(b) || a.code.localeCompare(b.code)),
  }
}

const placeOf = ({ ofZone, invited, state }: PartnershipSaid) => ({ ofZone, region: invited.partnerRegion, state })

type Known = Asked & { viewer: PartnerViewer; references: References }

async function toView(db: Database, known: Known, one: PartnershipSaid): Promise<PartnershipView> {
  const { board, zone, keeper, viewer, references } = known
  const { ofZone, invited, answered, endedHere, endedThere, state } = one
  const { code, subject, partnerZone, partnerRegion, partnerBody, part, contribution, sharePercent, basis } = invited
  const [owner, partner] = await Promise.all([references(ofZone), references(partnerZone)])
  const shared = await readShared(db, board, { owner, partner, one })
  const ended = endedHere ?? endedThere
  const endedBy = endedHere === null ? partner : owner
  const speaks =
    keeper !== null && speaksForPartner({ ...keeper, zone }, { partnerZone, region: partnerRegion, body: null })
  const owns = keeper !== null && keeper.secretariat && zone === ofZone
  return {
    ...{ code, subject, part, contribution, sharePercent, basis, state },
    ...{ name: one.name, field: one.field, seen: one.seen, listed: shared.listed },
    ...{ of: named(owner), partnerZone: named(partner) },
    partner: partnerName(partner, partnerRegion, partnerBody),
    invited: { body: bodyName(owner, invited.by).name, on: invited.on },
    answered:
      answered === null
        ? null
        : {
            accepted: answered.accepted,
            note: answered.note,
            body: bodyName(partner, answered.by).name,
            on: answered.on,
          },
    ended:
      ended === null
        ? null
        : { zone: named(endedBy), reason: ended.reason, body: bodyName(endedBy, ended.by).name, on: ended.on },
    parts: seesParts(viewer, placeOf(one), shared.ownRegions) ? shared.parts : null,
    mayAnswer: speaks && state === 'asked',
    mayEnd: (owns && isOpen(state)) || (speaks && state === 'standing'),
  }
}

const named = ({ zone: { code, name } }: Reference) => ({ code, name })

function partnerName(reference: Reference, region: string | null, body: string | null) {
  if (body !== null) return bodyName(reference, body)
  const { code, name } = regionName(reference, region ?? '')
  return { code, name }
}

import type { PartnershipState } from '@lianxi/schema/partner-vocabulary'
import { decimalOf, exact } from '../report/exact'
import { isOpen } from './state'

type Sharing = { state: PartnershipState; sharePercent: number | null }

/** What of the whole project no partner of another zone was asked to take: the part of the owner's own regions. */
export const ownPercent = (partnerships: readonly Sharing[]): number =>
  partnerships.reduce((left, { state, sharePercent }) => left - (isOpen(state) ? (sharePercent ?? 0) : 0), 100)

/** What a region's part, agreed inside its zone where they add to 100 %, is of the whole project; exact. */
export const ofWholePercent = (ofZonePercent: string, own: number): string =>
  decimalOf((exact(ofZonePercent) * BigInt(own)) / 100n)

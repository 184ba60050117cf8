import type { Metadata } from 'next'
import { type Query, readQuery, type SearchParams } from '@/features/session/search'
import { getSession, zoneOf } from '@/features/session/viewer'

type Props<P> = { params: Promise<P>; searchParams: SearchParams }
type Asked<P> = { zone: string; query: Query; params: P }
export type Name<P> = (asked: Asked<P>) => Promise<string | null | undefined>

/**
 * What the browser's tab says: the name of what a page of a zone shows. `name` asks the page's own question (`once`), so
 * the title costs nothing and comes with the page; `generic` is for who may not see it and where there is nothing.
 */
export const zoneTitle = <P>(generic: string, name: Name<P>) =>
  async function title(props: Props<P>): Promise<Metadata> {
    const [params, query, session] = await Promise.all([props.params, readQuery(props.searchParams), getSession()])
    const zone = zoneOf(session, query['zone'])
    if (zone === undefined) return { title: generic }
    // Why something cannot be read or is not there is for the page to say.
    const named = await name({ zone: zone.code, query, params }).catch(() => null)
    return { title: named ?? generic }
  }

import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { address, type Query, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, type Viewer, zoneOf } from '@/features/session/viewer'
import { serverCaller } from '@/server/caller'
import { NoZone } from './no-zone'

/** What a page of a zone has to answer; `params`: the parts of its path that change. */
type Asked<P> = {
  zone: string
  path: string
  query: Query
  params: P
  viewer: Viewer
  api: Awaited<ReturnType<typeof serverCaller>>
}
export type Show<P> = (asked: Asked<P>) => Promise<ReactNode>
export type Path<P> = string | ((params: P) => string)
type Props<P> = { params: Promise<P>; searchParams: SearchParams }

/** A page of one zone. Whoever is not signed in goes to the login and comes back; whoever has no zone reads why. */
export const zonePage = <P,>(at: Path<P>, show: Show<P>) =>
  async function Page(props: Props<P>): Promise<ReactNode> {
    const [params, query] = await Promise.all([props.params, readQuery(props.searchParams)])
    const path = typeof at === 'string' ? at : at(params)
    const viewer = await getViewer(address(path, query))
    const zone = zoneOf(viewer, query['zone'])
    if (zone === undefined) return <NoZone />
    return show({ zone: zone.code, path, query, params, viewer, api: await serverCaller() })
  }

/** What an address asks for; when it asks for nothing that can be, the page is not found. */
export function inputOf<S extends z.ZodType>(schema: S, asked: unknown): z.output<S> {
  const input = schema.safeParse(asked)
  if (!input.success) notFound()
  return input.data
}

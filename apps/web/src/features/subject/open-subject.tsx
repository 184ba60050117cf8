import { notFound, redirect } from 'next/navigation'
import { SubjectCode } from '@lianxi/schema/codes'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { subjectHref, timeOf } from '@/features/board/links'
import { refusedTime } from '@/features/board/refused-time'
import { address, readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'
import { SubjectPage } from './subject-page'

type Opened = { kind: SubjectKind; params: Promise<{ code: string }>; searchParams: SearchParams }

/** The page of one subject; a code of the other kind leads to its own page. */
export async function OpenSubject({ kind, params, searchParams }: Opened) {
  const code = SubjectCode.safeParse((await params).code)
  if (!code.success) notFound()
  const query = await readQuery(searchParams)
  const path = subjectHref(kind, code.data)
  const viewer = await getViewer(address(path, query))
  const zone = zoneOf(viewer, query['zone'])
  if (zone === undefined) return <NoZone />
  const refused = await refusedTime(zone.code, path, query)
  if (refused !== null) return refused
  const time = timeOf(query)
  const api = await serverCaller()
  const mayInvite =
    kind === 'project' &&
    time.asOf === undefined &&
    viewer.memberships.some((member) => member.zone === zone.code && member.role === 'secretariat')
  const [subject, library, asked, partners, invitable] = await Promise.all([
    api.board.subject({ zone: zone.code, subject: code.data, ...time }),
    // What the library knows is only kept of the present.
    kind === 'project' && time.asOf === undefined ? api.library.project({ zone: zone.code, code: code.data }) : null,
    kind === 'target' && time.asOf === undefined ? api.baseline.asked({ zone: zone.code, subject: code.data }) : null,
    kind === 'project' ? api.partner.all({ zone: zone.code, subject: code.data, asOf: time.asOf }) : null,
    mayInvite ? api.partner.invitable({ zone: zone.code, subject: code.data }) : null,
  ])
  if (subject === null) notFound()
  if (subject.kind !== kind) redirect(subjectHref(subject.kind, code.data, time))
  return <SubjectPage {...{ subject, library, asked, partners, invitable, query }} />
}

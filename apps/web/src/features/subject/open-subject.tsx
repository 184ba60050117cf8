import { notFound, redirect } from 'next/navigation'
import { SubjectCode } from '@lianxi/schema/codes'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import { readQuery, type SearchParams } from '@/features/session/search'
import { getViewer, zoneOf } from '@/features/session/viewer'
import { NoZone } from '@/features/shell/no-zone'
import { serverCaller } from '@/server/caller'
import { SubjectPage } from './subject-page'

type Opened = { kind: SubjectKind; params: Promise<{ code: string }>; searchParams: SearchParams }

/** The page of one subject; a code of the other kind leads to its own page. */
export async function OpenSubject({ kind, params, searchParams }: Opened) {
  const code = SubjectCode.safeParse((await params).code)
  if (!code.success) notFound()
  const viewer = await getViewer(subjectHref(kind, code.data))
  const zone = zoneOf(viewer, (await readQuery(searchParams))['zone'])
  if (zone === undefined) return <NoZone />
  const api = await serverCaller()
  const [subject, library] = await Promise.all([
    api.board.subject({ zone: zone.code, subject: code.data }),
    kind === 'project' ? api.library.project({ zone: zone.code, code: code.data }) : null,
  ])
  if (subject === null) notFound()
  if (subject.kind !== kind) redirect(subjectHref(subject.kind, code.data))
  return <SubjectPage subject={subject} library={library} />
}

import { notFound, redirect } from 'next/navigation'
import { SubjectCode } from '@lianxi/schema/codes'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { boardPage } from '@/features/board/board-page'
import { subjectHref, timeOf } from '@/features/board/links'
import { inputOf } from '@/features/shell/zone-page'
import { SubjectPage } from './subject-page'

/** The page of one subject; a code of the other kind leads to its own page. */
export const openSubject = (kind: SubjectKind) =>
  boardPage(
    ({ code }: { code: string }) => subjectHref(kind, code),
    async ({ zone, params, query, viewer, api }) => {
      const code = inputOf(SubjectCode, params.code)
      const time = timeOf(query)
      const mayInvite =
        kind === 'project' &&
        time.asOf === undefined &&
        viewer.memberships.some((member) => member.zone === zone && member.role === 'secretariat')
      const [subject, library, asked, partners, invitable] = await Promise.all([
        api.board.subject({ zone, subject: code, ...time }),
        // What the library knows is only kept of the present.
        kind === 'project' && time.asOf === undefined ? api.library.project({ zone, code }) : null,
        kind === 'target' && time.asOf === undefined ? api.baseline.asked({ zone, subject: code }) : null,
        kind === 'project' ? api.partner.all({ zone, subject: code, asOf: time.asOf }) : null,
        mayInvite ? api.partner.invitable({ zone, subject: code }) : null,
      ])
      if (subject === null) notFound()
      if (subject.kind !== kind) redirect(subjectHref(subject.kind, code, time))
      return <SubjectPage {...{ subject, library, asked, partners, invitable, query }} />
    },
  )

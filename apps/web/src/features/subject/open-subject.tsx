import { notFound, redirect } from 'next/navigation'
import { SubjectCode } from '@lianxi/schema/codes'
import type { SubjectKind } from '@lianxi/schema/vocabulary'
import { boardPage, boardTitle } from '@/features/board/board-page'
import { subjectHref, type Time, timeOf } from '@/features/board/links'
import { inputOf } from '@/features/shell/zone-page'
import { serverCaller } from '@/server/caller'
import { once } from '@/server/once'
import { SubjectPage } from './subject-page'

const read = once(async ({ zone, code, asOf, comparedWith }: Time & { zone: string; code: string }) =>
  (await serverCaller()).board.subject({ zone, subject: inputOf(SubjectCode, code), asOf, comparedWith }),
)

/** Its name, of a target also whose it is: plans of several places promise the same. */
export const subjectTitle = (kind: SubjectKind) =>
  boardTitle<{ code: string }>(kind === 'target' ? '目标' : '项目', async ({ zone, params: { code }, query }) => {
    const subject = await read({ zone, code, ...timeOf(query) })
    return subject === null ? null : [subject.name, subject.target?.of].filter(Boolean).join(' · ')
  })

/** The page of one subject; a code of the other kind leads to its own page. */
export const openSubject = (kind: SubjectKind) =>
  boardPage(
    ({ code }: { code: string }) => subjectHref(kind, code),
    async ({ zone, params: { code }, query, viewer, api }) => {
      const time = timeOf(query)
      const mayInvite =
        kind === 'project' &&
        time.asOf === undefined &&
        viewer.memberships.some((member) => member.zone === zone && member.role === 'secretariat')
      const [subject, library, asked, partners, invitable] = await Promise.all([
        read({ zone, code, ...time }),
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

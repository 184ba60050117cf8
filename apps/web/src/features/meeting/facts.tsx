import Link from 'next/link'
import type { DecidedCounts, MeetingDocument, MeetingLine } from '@lianxi/schema/views/meeting'
import { planHref } from '@/features/plans/links'
import { betweenHref, pictureHref, sinceHref } from './links'

/** `攀西联席〔2025〕3号`, or else its day. */
export const documentWords = ({ name, documentNumber, issuedOn }: MeetingDocument): string => {
  const known = documentNumber ?? issuedOn
  return known === null ? name : `${name}（${known}）`
}

export const Minutes = ({ minutes, zone }: { minutes: MeetingLine['minutes']; zone: string }) =>
  minutes === null ? (
    <span className="quiet">尚未关联纪要</span>
  ) : (
    <Link className="link" href={planHref(minutes.code, zone)} prefetch={false}>
      {documentWords(minutes)}
    </Link>
  )

/** How far what was decided has come, in one line. */
export function Decided({ decided }: { decided: DecidedCounts | null }) {
  if (decided === null) return <span className="quiet">—</span>
  const { matters, listed, done, bad } = decided
  if (matters === 0) return <span className="warned">纪要中没有登记事项</span>
  return (
    <>
      {matters} 项 · 已列入清单 {listed} · 已完成 {done}
      {bad === 0 ? null : <span className="bad"> · 需关注 {bad}</span>}
    </>
  )
}

/** The ways from a meeting to the board: what stood then, what had changed until it, what changed since. */
export function Ways({ meeting, zone }: { meeting: Pick<MeetingLine, 'heldAt' | 'previous'>; zone: string }) {
  const between = betweenHref(meeting, zone)
  return (
    <>
      <Link className="link" href={pictureHref(meeting, zone)} prefetch={false}>
        会前总览
      </Link>
      {between === undefined ? null : (
        <>
          {' · '}
          <Link className="link" href={between} prefetch={false}>
            上次会议以来的变化
          </Link>
        </>
      )}
      {' · '}
      <Link className="link" href={sinceHref(meeting, zone)} prefetch={false}>
        会后的变化
      </Link>
    </>
  )
}

import { NoticeKind } from '@lianxi/schema/notice'
import { NoticeView, type NoticeList } from '@lianxi/schema/views/notice'
import { z } from 'zod'
import { type Database, type Reading, type Sql, sql } from '../client'
import { iso } from '../readers/base/parts'

const SHOWN = 200

/** Notices of the last ninety days that are for this person, by his roles in bodies. */
const mine = (userId: string): Sql => sql`
  FROM notice n LEFT JOIN notice_read r ON r.notice_id = n.id AND r.user_id = ${userId}
  WHERE n.created_at > now() - interval '90 days'
    AND EXISTS (SELECT FROM membership m
      WHERE m.user_id = ${userId} AND m.zone = n.zone AND m.body = n.body AND m.role = ANY (n.roles))`

/** What the frame of every page shows and the account's page sets. */
export async function readOwn(db: Database, userId: string): Promise<{ unread: number; noticeEmail: string | null }> {
  const [unread, user] = await Promise.all([
    countUnread(db, userId),
    db.user.findUnique({ where: { id: userId }, select: { noticeEmail: true } }),
  ])
  return { unread, noticeEmail: user?.noticeEmail ?? null }
}

async function countUnread(db: Reading, userId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>(
    sql`SELECT count(*)::int AS unread ${mine(userId)} AND r.notice_id IS NULL`,
  )
  return row?.unread ?? 0
}

const Row = NoticeView.extend({ kind: NoticeKind })

export async function readNotices(db: Database, userId: string): Promise<NoticeList> {
  const [rows, unread] = await Promise.all([
    db.$queryRaw<unknown[]>(sql`
      SELECT n.id, n.kind, n.text, n.href, ${iso('n.at')} AS at, r.notice_id IS NOT NULL AS read,
        coalesce((SELECT m.body_name FROM membership m WHERE m.user_id = ${userId} AND m.body = n.body LIMIT 1), n.body)
          AS "bodyName"
      ${mine(userId)} ORDER BY n.created_at DESC, n.id DESC LIMIT ${SHOWN}`),
    countUnread(db, userId),
  ])
  return { rows: z.array(Row).parse(rows), unread }
}

/** Marks the person's own notices as read; others' ids do nothing. */
export async function markRead(db: Database, userId: string, ids: readonly string[] | null): Promise<number> {
  await db.$executeRaw(sql`
    INSERT INTO notice_read (notice_id, user_id)
    SELECT n.id, ${userId} ${mine(userId)} AND r.notice_id IS NULL
      AND (${ids === null} OR n.id = ANY(${[...(ids ?? [])]}::uuid[]))
    ON CONFLICT DO NOTHING`)
  return countUnread(db, userId)
}

import Link from 'next/link'
import { noticeKind } from '@lianxi/schema/notice'
import type { NoticeList, NoticeView } from '@lianxi/schema/views/notice'
import { Empty, PageHead } from '@/features/shell/page-head'
import { minuteOf } from '@/features/ui/format'
import { MarkRead } from './mark-read'

function Row({ notice }: { notice: NoticeView }) {
  const { id, kind, bodyName, text, href, at, read } = notice
  return (
    <tr>
      <td data-label="时间" className="nowrap">
        {minuteOf(at)}
      </td>
      <td data-label="类别" className="nowrap">
        {read ? noticeKind.labels[kind] : <b>{noticeKind.labels[kind]}</b>}
      </td>
      <td data-label="内容">
        <div>
          {text} <span className="sub">{bodyName}</span>
        </div>
      </td>
      <td data-label="办理" className="nowrap">
        <Link className="link" href={href} prefetch={false}>
          办理
        </Link>{' '}
        {read ? <span className="quiet">已读</span> : <MarkRead ids={[id]} label="标为已读" />}
      </td>
    </tr>
  )
}

/** 通知: what concerns one's own bodies, latest first. */
export function NoticePage({ list }: { list: NoticeList }) {
  return (
    <>
      <PageHead
        title={`通知 · 未读 ${list.unread} 条`}
        note={
          <p className="note">列出最近九十天内与本人岗位有关的通知；需要邮件提醒的，在右上角姓名处填写通知邮箱。</p>
        }
        controls={list.unread > 0 ? <MarkRead ids={null} label="全部标为已读" /> : undefined}
      />
      {list.rows.length === 0 ? (
        <Empty title="没有通知。">填报将要截止、被退回、获得延期或有待审核时，会在这里通知。</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">类别</th>
              <th scope="col">内容</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((notice) => (
              <Row key={notice.id} notice={notice} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

import type { ReactNode } from 'react'
import { Moment } from '@lianxi/schema/moment'
import { address, type Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { serverCaller } from '@/server/caller'
import s from './board.module.css'
import { TimeFields } from './time-fields'

async function refusalOf(zone: string, { asOf, comparedWith }: Query): Promise<string | null> {
  if (asOf === undefined && comparedWith === undefined) return null
  const [shown, compared] = [Moment.optional().safeParse(asOf), Moment.optional().safeParse(comparedWith)]
  if (!shown.success || !compared.success) return '时点的写法有误，请重新选择日期和时间。'
  const api = await serverCaller()
  return (await api.board.moments({ zone, asOf: shown.data, comparedWith: compared.data })).refusal
}

/** A page in place of one whose moments show nothing: says why, and lets choose again. Null: they are right. */
export async function refusedTime(zone: string, path: string, query: Query): Promise<ReactNode> {
  const refusal = await refusalOf(zone, query)
  if (refusal === null) return null
  const { asOf: _asOf, comparedWith: _comparedWith, ...rest } = query
  return (
    <>
      <PageHead title="没有可以列出的时点" />
      <Empty title={refusal}>可以重新选择，或查看当前情况。</Empty>
      <form action={path} method="get" className={s.filters}>
        {Object.entries(rest).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TimeFields query={{}} />
        <button type="submit">查看</button>
        <a className="button" href={address(path, rest)}>
          查看当前
        </a>
      </form>
    </>
  )
}

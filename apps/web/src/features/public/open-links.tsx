import Link from 'next/link'
import { LICENCE } from '@lianxi/schema/views/open-data'
import type { Query } from '@/features/session/search'
import { DATA, fileHref } from './links'
import s from './public.module.css'

/** 开放数据: the rows of the page as files, what one may do with them, and what their fields mean. */
export function OpenLinks({ zone, filters }: { zone: string; filters?: Query }) {
  return (
    <p className={`${s.open ?? ''} no-print`}>
      开放数据：
      <a href={fileHref(zone, 'items.csv', filters)}>CSV</a>
      <a href={fileHref(zone, 'items.json', filters)}>JSON</a>
      <Link href={DATA} prefetch={false}>
        数据字典
      </Link>
      <span className="note">
        许可：<a href={LICENCE.url}>{LICENCE.name}</a>，{LICENCE.text}
      </span>
    </p>
  )
}

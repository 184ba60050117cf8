import Link from 'next/link'
import type { ZoneName } from '@lianxi/schema/views/common'
import { Empty, PageHead } from '@/features/shell/page-head'
import { DATA, zoneHref } from './links'
import s from './public.module.css'

/** Every zone, by name: the way in without a login. */
export function ZonesPage({ zones }: { zones: ZoneName[] }) {
  return (
    <>
      <PageHead
        title="公开信息"
        note={<p className="note">各经济区已下达清单中的公开事项和已经发布的数据，出处和时间逐条注明</p>}
      />
      {zones.length === 0 ? (
        <Empty title="还没有公开的内容。">清单下达、数据审核发布以后在这里列出。</Empty>
      ) : (
        <ul className={s.list}>
          {zones.map(({ code, name, reviewBody }) => (
            <li key={code}>
              <Link href={zoneHref(code)} prefetch={false}>
                {name}
              </Link>
              <span className="sub">{reviewBody}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={DATA} prefetch={false}>
          开放数据说明和数据字典
        </Link>
      </p>
    </>
  )
}

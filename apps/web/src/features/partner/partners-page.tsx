import type { PartnersView } from '@lianxi/schema/views/partner'
import b from '@/features/board/board.module.css'
import { TimeFields } from '@/features/board/time-fields'
import { PictureNote } from '@/features/board/picture-note'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { Partnership } from './partnership'
import { PARTNERS } from './words'

/** 跨经济区合作: projects of this zone with partners elsewhere, and those into which this zone was asked. */
export function PartnersPage({ view, query }: { view: PartnersView; query: Query }) {
  const { zone, partnerships } = view
  const groups = [
    ['邀请本区参与的', partnerships.filter(({ of }) => of.code !== zone.code)],
    ['本区项目的外区合作方', partnerships.filter(({ of }) => of.code === zone.code)],
  ] as const
  return (
    <>
      <PageHead
        title="跨经济区合作"
        note={
          <>
            <p className="note">项目只在所属经济区统计一次；合作期间双方并列查看各方部分和进展，结束后只留办理记录。</p>
            <PictureNote zone={zone.code} picture={view} path={PARTNERS} query={query} />
          </>
        }
        controls={
          <form action={PARTNERS} method="get" className={b.chooser}>
            <TimeFields query={query} />
            <button type="submit">查看</button>
          </form>
        }
      />
      {partnerships.length === 0 ? (
        <Empty title="没有跨经济区合作。">联席会议办公室可在项目页“外区合作”邀请其他经济区的地区或单位。</Empty>
      ) : null}
      {groups.map(([title, ones]) =>
        ones.length === 0 ? null : (
          <section key={title} aria-label={title}>
            <h2>
              {title}（{ones.length}）
            </h2>
            {ones.map((one) => (
              <Partnership key={`${one.of.code} ${one.code}`} zone={zone.code} partnership={one} />
            ))}
          </section>
        ),
      )}
    </>
  )
}

import Link from 'next/link'
import type { ChannelRegion, Channels } from '@lianxi/schema/views/channels'
import { SubjectKind, subjectKind } from '@lianxi/schema/vocabulary'
import b from '@/features/board/board.module.css'
import { FilterSearch } from '@/features/board/filter-fields'
import { paged } from '@/features/board/paged'
import { Pager } from '@/features/board/pager'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { AddRegionForm } from './add-region'
import { AddZoneForm } from './add-zone'
import { ChannelCell } from './channel-cell'
import s from './channels.module.css'
import { CredentialCell } from './credential-cell'

export const CHANNELS = '/admin/channels'

function BodyChannels({ zone, region, kind }: { zone: string; region: ChannelRegion; kind: SubjectKind }) {
  return (
    <div>
      {region.bodies.map((body) =>
        body.channels
          .filter((said) => said.kind === kind)
          .map((said) => (
            <div key={body.code} className={s.body}>
              <small>{body.name}</small>
              <ChannelCell zone={zone} body={body} said={said} />
            </div>
          )),
      )}
    </div>
  )
}

function RegionRow({ zone, region }: { zone: string; region: ChannelRegion }) {
  return (
    <tr data-region={region.code}>
      <td>
        {region.name}
        <span className="sub mono">{region.code}</span>
        {region.parked === 0 ? null : (
          <Link href={`/admin/parked?region=${region.code}`} prefetch={false} className="sub link">
            待处理消息 {region.parked}
          </Link>
        )}
      </td>
      {SubjectKind.options.map((kind) => (
        <td key={kind} data-label={subjectKind.labels[kind]}>
          <BodyChannels zone={zone} region={region} kind={kind} />
        </td>
      ))}
      {region.credentials.map((credential) => (
        <td key={credential.slot} data-label={`凭据 ${credential.slot}`}>
          <CredentialCell region={region.code} credential={credential} />
        </td>
      ))}
    </tr>
  )
}

function Zone({ zone }: { zone: Channels['zones'][number] }) {
  const { code, name, regions } = zone
  return (
    <section className={s.zone} aria-labelledby={`zone-${code}`}>
      <h2 id={`zone-${code}`}>
        {name} <small className="mono">{code}</small>
      </h2>
      {regions.length === 0 ? (
        <p className="note">尚无填报的行政区。</p>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">行政区</th>
              {SubjectKind.options.map((kind) => (
                <th key={kind} scope="col">
                  {subjectKind.labels[kind]}
                </th>
              ))}
              <th scope="col">凭据 a</th>
              <th scope="col">凭据 b</th>
            </tr>
          </thead>
          <tbody>
            {regions.map((region) => (
              <RegionRow key={region.code} zone={code} region={region} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Regions on a page; fewer are listed together. */
const LISTED = 60

/** The page's regions under their zones, of those that were looked for. */
function listed(channels: Channels, query: Query) {
  const part = query['q']?.trim() ?? ''
  const all = channels.zones.flatMap((zone) => zone.regions.map((region) => ({ zone: zone.code, region })))
  const found = all.filter(({ region: { code, name } }) => name.includes(part) || code.includes(part))
  const { shown, pager } = paged(found, query, LISTED)
  const zones = channels.zones.flatMap((zone) => {
    const regions = shown.flatMap((one) => (one.zone === zone.code ? [one.region] : []))
    return regions.length === 0 && zone.regions.length > 0 ? [] : [{ ...zone, regions }]
  })
  return { zones, many: all.length > LISTED, pager }
}

function Search({ query }: { query: Query }) {
  return (
    <form
      className={`${b.filters ?? ''} no-print`}
      action={CHANNELS}
      method="get"
      role="search"
      aria-label="查找行政区"
    >
      <FilterSearch label="行政区名称或代码" value={query['q']} />
      <button type="submit">查找</button>
    </form>
  )
}

/** 通道与凭据: how each office reports, with which credentials its region's own system signs in, and new places. */
export function ChannelsPage({ channels, query }: { channels: Channels; query: Query }) {
  const { zones, many, pager } = listed(channels, query)
  return (
    <>
      <PageHead
        title="通道与凭据"
        note={
          <p className="note">
            各单位按类别选择网页填报或系统直报；系统直报须同时发放凭据。更改即时生效，无需重启，均记入审计。
          </p>
        }
      />
      <AddRegionForm channels={channels} />
      <AddZoneForm known={channels.zones.map(({ code }) => code)} />
      {channels.zones.length === 0 ? (
        <Empty title="还没有经济区。">规划目录入库后列在这里，也可以用“新增经济区”登记。</Empty>
      ) : (
        <>
          {many ? <Search query={query} /> : null}
          {many ? <Pager path={CHANNELS} query={query} {...pager} /> : null}
          {zones.map((zone) => (
            <Zone key={zone.code} zone={zone} />
          ))}
          {pager.total > pager.pageSize ? (
            <Pager label="翻页（表后）" path={CHANNELS} query={query} {...pager} />
          ) : null}
        </>
      )}
    </>
  )
}

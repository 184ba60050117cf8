import Link from 'next/link'
import type { LibraryListing, LibraryProject } from '@lianxi/schema/views/library'
import { stage as stages } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import { Source } from '@/features/subject/facts'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import { percent, wan } from '@/features/ui/format'
import s from './library.module.css'
import { Separate } from './separate'
import { SAMENESS } from './words'

/** What regions last reported under this code; the reports of other codes stay under theirs. */
function Reports({ listing }: { listing: LibraryListing }) {
  if (listing.reports.length === 0) return <span className="quiet">本编号无填报</span>
  return listing.reports.map(({ region, period, stage, investedTotalWan, progressPercent }) => (
    <div key={region.code}>
      {region.shortName} {period}：{stage === null ? '—' : stages.labels[stage]}
      <span className="sub">
        累计完成 {wan(investedTotalWan)} 万元 · 形象进度 {percent(progressPercent)}
      </span>
    </div>
  ))
}

function Line({ listing, project }: { listing: LibraryListing; project: LibraryProject }) {
  const { merged } = listing
  return (
    <tr>
      <td>
        <div>
          {listing.code === project.code ? (
            listing.name
          ) : (
            <Link className="link" href={subjectHref('project', listing.code)} prefetch={false}>
              {listing.name}
            </Link>
          )}
          <span className="sub">
            {listing.code} · {listing.field}
          </span>
        </div>
      </td>
      <td data-label="出处">
        <div>
          <Source source={listing.source} />
        </div>
      </td>
      <td data-label="地区" className={listing.regions.length === 1 ? 'nowrap' : undefined}>
        {listing.regions.join('、')}
      </td>
      <td data-label="规划所述阶段" className="nowrap">
        {listing.stage === null ? '—' : stages.labels[listing.stage]}
      </td>
      <td data-label="总投资（万元）" className="num">
        {wan(listing.investmentWan)}
      </td>
      <td data-label="最近填报">
        <div>
          <Reports listing={listing} />
        </div>
      </td>
      <td data-label="合并">
        <div>
          {merged === null ? (
            '主项目'
          ) : (
            <>
              并入 {merged.into}：{merged.reason}
              <span className="sub">
                {merged.on} {merged.body} {merged.by}
                {merged.basis === null ? '' : ` · ${merged.basis}`}
              </span>
              <DoneMeanwhile
                {...{ form: SAMENESS, of: listing.code }}
                said={`已由${merged.body} ${merged.by} 于 ${merged.on} 并入 ${merged.into}。`}
              />
              <Separate project={project} listing={listing} />
            </>
          )}
        </div>
      </td>
    </tr>
  )
}

/** Every listing of a merged project, each with its own source, sum and reports; sums are shown, never added up. */
export function Listings({ project }: { project: LibraryProject }) {
  if (project.listings.length < 2) return null
  return (
    <section className={s.section} aria-labelledby="listings">
      <h2 id="listings">各规划登记（{project.listings.length}）</h2>
      <p className="note">各登记的投资与填报并列，不相加；各编号的填报历史保留在原编号下。</p>
      <div className="scroll" role="region" aria-label="各规划登记" tabIndex={0}>
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">登记</th>
              <th scope="col">出处</th>
              <th scope="col">地区</th>
              <th scope="col">规划所述阶段</th>
              <th scope="col" className="num">
                总投资（万元）
              </th>
              <th scope="col">最近填报</th>
              <th scope="col">合并</th>
            </tr>
          </thead>
          <tbody>
            {project.listings.map((listing) => (
              <Line key={listing.code} listing={listing} project={project} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

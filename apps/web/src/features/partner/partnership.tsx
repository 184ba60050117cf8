import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import { partnershipState } from '@lianxi/schema/partner-vocabulary'
import type { PartnershipView, SharedPart } from '@lianxi/schema/views/partner'
import { stage as stages } from '@lianxi/schema/vocabulary'
import { subjectHref } from '@/features/board/links'
import { Facts } from '@/features/subject/facts'
import s from '@/features/subject/subject.module.css'
import { moneyInWords, percent } from '@/features/ui/format'
import { AnswerForm, EndForm } from './answer-forms'
import { PointForm } from './point-form'

function Part({ part, own }: { part: SharedPart; own: boolean }) {
  const { region, ofWholePercent, ofZonePercent, listing, last } = part
  return (
    <tr>
      <td className="nowrap">{region}</td>
      <td data-label="占全项目" className="num">
        <div>
          {percent(ofWholePercent)}
          {ofZonePercent === null ? null : <span className="sub">本区部分的 {percent(ofZonePercent)}</span>}
        </div>
      </td>
      <td data-label="最近填报" className="nowrap">
        <div>
          {last === null ? '未报' : periodLabel(last.period)}
          {listing === null ? null : (
            <span className="sub">
              {own ? (
                <Link href={subjectHref('project', listing)} prefetch={false}>
                  {listing}
                </Link>
              ) : (
                listing
              )}
            </span>
          )}
        </div>
      </td>
      <td data-label="阶段" className="nowrap">
        {last?.stage ? stages.labels[last.stage] : '—'}
      </td>
      <td data-label="累计完成投资" className="num">
        {last === null || last.investedTotalWan === null ? '—' : moneyInWords(last.investedTotalWan)}
      </td>
      <td data-label="形象进度" className="num">
        {percent(last?.progressPercent ?? null)}
      </td>
    </tr>
  )
}

function Parts({ parts, zone, name }: { parts: SharedPart[]; zone: string; name: string }) {
  return (
    <div className="scroll" role="region" aria-label={`${name}各方进展`} tabIndex={0}>
      <table className="cards" data-list="shared-parts">
        <thead>
          <tr>
            <th scope="col">地区</th>
            <th scope="col" className="num">
              占全项目
            </th>
            <th scope="col">最近填报</th>
            <th scope="col">阶段</th>
            <th scope="col" className="num">
              累计完成投资
            </th>
            <th scope="col" className="num">
              形象进度
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <Part key={`${part.zone} ${part.region} ${part.listing ?? ''}`} part={part} own={part.zone === zone} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is missing before the partner's figures can stand beside the owner's, for whoever can add it. */
function Pointing({ zone, partnership }: { zone: string; partnership: PartnershipView }) {
  const { listed, state, partnerZone, mayEnd } = partnership
  if (state !== 'standing') return null
  if (listed.length > 0)
    return (
      <p className="note">
        {partnerZone.name}对应的登记：{listed.map(({ code, name }) => `${name}（${code}）`).join('、')}
      </p>
    )
  const mine = zone === partnerZone.code
  return (
    <>
      <p className="note">
        {mine
          ? '尚未指明本区哪个项目与它是同一项目；指明后，本区在该编号下的填报与对方并列。'
          : `${partnerZone.name}尚未指明其对应的项目，暂无对方填报。`}
      </p>
      {mine && mayEnd ? <PointForm zone={zone} partnership={partnership} /> : null}
    </>
  )
}

/** One partnership over zones, as both zones see it. */
export function Partnership({ zone, partnership }: { zone: string; partnership: PartnershipView }) {
  const { code, of, subject, name, partnerZone, partner, state, invited, answered, ended, parts } = partnership
  const own = of.code === zone
  return (
    <article className={s.section} aria-labelledby={code} data-state={state}>
      <h3 id={code}>
        {own ? (
          <Link href={subjectHref('project', subject)} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        )}
        ：{partnershipState.labels[state]}
      </h3>
      <Facts
        facts={[
          ['项目所属', `${of.name} ${subject}`],
          ['合作方', `${partnerZone.name} ${partner.name}`],
          ['承担部分', partnership.part],
          ['投入', partnership.contribution],
          ['占全项目', partnership.sharePercent === null ? '未约定' : `${partnership.sharePercent}%`],
          ['依据', partnership.basis],
          ['邀请', `${invited.on} ${invited.body}`],
          [
            '答复',
            answered === null
              ? null
              : `${answered.accepted ? '接受' : '谢绝'}：${answered.note}（${answered.on} ${answered.body}）`,
          ],
          [
            state === 'withdrawn' ? '收回' : '结束',
            ended === null ? null : `${ended.reason}（${ended.on} ${ended.zone.name} ${ended.body}）`,
          ],
        ]}
      />
      {parts === null ? null : <Parts parts={parts} zone={zone} name={name} />}
      <Pointing zone={zone} partnership={partnership} />
      {partnership.mayAnswer ? <AnswerForm key={partnership.seen} zone={zone} partnership={partnership} /> : null}
      {partnership.mayEnd ? <EndForm key={partnership.seen} zone={zone} partnership={partnership} /> : null}
    </article>
  )
}

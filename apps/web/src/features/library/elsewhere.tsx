import type { ElsewhereListing, LibraryProject } from '@lianxi/schema/views/library'
import { samenessFinding, samenessStanding } from '@lianxi/schema/library-vocabulary'
import { FindElsewhere } from './find-elsewhere'
import { Heads } from '@/features/ui/heads'
import s from './library.module.css'
import { NameElsewhere } from './name-elsewhere'

function Said({ whose, said }: { whose: string; said: ElsewhereListing['ours'] }) {
  if (said === null) return null
  return (
    <span className="sub">
      {whose}：{samenessFinding.labels[said.finding]}，{said.reason}（{said.on} {said.body}）
    </span>
  )
}

function Line({ project, listing }: { project: LibraryProject; listing: ElsewhereListing }) {
  const { zone, code, of, name, planName, regions, score, reasons, ours, theirs, standing } = listing
  return (
    <tr>
      <td>
        <div>
          {name ?? '对方未公开的项目'}
          <span className="sub">{[zone.name, code, planName, regions.join('、')].filter(Boolean).join(' · ')}</span>
          {of === project.code ? null : <span className="sub">与本区登记 {of} 比对</span>}
        </div>
      </td>
      <td data-label="情况">
        <div>
          {standing === null ? '待认定' : samenessStanding.labels[standing]}
          <Said whose="本区" said={ours} />
          <Said whose="对方" said={theirs} />
        </div>
      </td>
      <td data-label="为什么" data-empty={score === null}>
        {score === null ? '—' : `很可能（${score}）：${reasons.join('；')}`}
      </td>
      <td data-label="认定" data-empty={!project.mayRecord}>
        {project.mayRecord ? <FindElsewhere project={project} listing={listing} /> : '—'}
      </td>
    </tr>
  )
}

/** 外区同一项目: what another zone lists of the same real project. Each zone speaks of its own listing only. */
export function ElsewhereSection({ project }: { project: LibraryProject }) {
  const { elsewhere, mayRecord, otherZones } = project
  if (elsewhere.length === 0 && (!mayRecord || otherZones.length === 0)) return null
  return (
    <section className={s.section} aria-labelledby="elsewhere">
      <h2 id="elsewhere">外区同一项目</h2>
      <p className="note">
        与其他经济区已公布规划中的项目比对，仅供核对。认定只写在本区，两区的登记都保留、各自统计，不改动对方任何内容。
      </p>
      {elsewhere.length === 0 ? (
        <p className="quiet">没有待认定的外区项目。</p>
      ) : (
        <table className="cards" data-list="elsewhere">
          <Heads names={['外区项目', '情况', '为什么', '认定']} />
          <tbody>
            {elsewhere.map((listing) => (
              <Line
                key={`${listing.of} ${listing.zone.code} ${listing.code} ${listing.seen ?? ''}`}
                project={project}
                listing={listing}
              />
            ))}
          </tbody>
        </table>
      )}
      {mayRecord && otherZones.length > 0 ? <NameElsewhere project={project} /> : null}
    </section>
  )
}

import Link from 'next/link'
import type { LibraryProject, LibrarySuspicion } from '@lianxi/schema/views/library'
import { subjectHref } from '@/features/board/links'
import { DoneMeanwhile } from '@/features/draft/left-texts'
import { Heads } from '@/features/ui/heads'
import s from './library.module.css'
import { MergeOther } from './merge-other'
import { Sameness } from './sameness'
import { SAMENESS } from './words'

function Suspicion({ project, suspicion }: { project: LibraryProject; suspicion: LibrarySuspicion }) {
  const { code, name, planName, regions, score, reasons } = suspicion
  return (
    <tr>
      <td>
        <div>
          <Link className="link" href={subjectHref('project', code)} prefetch={false}>
            {name}
          </Link>
          <span className="sub">
            {code} · {planName} · {regions.join('、')}
          </span>
        </div>
      </td>
      <td data-label="可能性" className="nowrap">
        {score === null ? '待核' : `${score >= 80 ? '很可能' : '可能'}（${score}）`}
      </td>
      <td data-label="为什么">{reasons.join('；')}</td>
      <td data-label="认定">
        <div>
          {suspicion.mayDecide ? (
            <Sameness project={project} suspicion={suspicion} />
          ) : (
            '由两地共同的统筹人或联席会议办公室认定'
          )}
        </div>
      </td>
    </tr>
  )
}

/** 疑似同一项目: questions for a person, with why they are asked, and what was answered before. Never automatic. */
export function Same({ project }: { project: LibraryProject }) {
  const { suspicions, apart } = project
  return (
    <section className={s.section} aria-labelledby="same">
      <h2 id="same">疑似同一项目</h2>
      <p className="note">系统按名称、地区、投资等比对后提出，仅供核对，不会自动合并。</p>
      {suspicions.length === 0 ? (
        <p className="quiet">没有待认定的疑似项目。</p>
      ) : (
        <table className="cards">
          <Heads names={['项目', '可能性', '为什么', '认定']} />
          <tbody>
            {suspicions.map((suspicion) => (
              <Suspicion key={`${suspicion.of} ${suspicion.code}`} project={project} suspicion={suspicion} />
            ))}
          </tbody>
        </table>
      )}
      {apart.map(({ code, name, reason, by, body, on }) => (
        <div key={code}>
          <p className="note">
            已认定不是同一项目：{name}（{code}）：{reason}（{on} {body} {by}）
          </p>
          <DoneMeanwhile form={SAMENESS} of={code} said={`已由${body} ${by} 于 ${on} 认定不是同一项目。`} />
        </div>
      ))}
      {project.mayRecord ? <MergeOther project={project} /> : null}
    </section>
  )
}

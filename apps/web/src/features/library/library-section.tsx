import Link from 'next/link'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { rung as rungs } from '@lianxi/schema/library-vocabulary'
import { subjectHref } from '@/features/board/links'
import { Facts } from '@/features/subject/facts'
import { minuteOf } from '@/features/ui/format'
import { AdvanceForm } from './advance-form'
import { ElsewhereSection } from './elsewhere'
import s from './library.module.css'
import { Listings } from './listings'
import { Same } from './same'
import { ScheduleForm } from './schedule-form'
import { Steps } from './steps'
import { isPassed, placeText, standingNote, standingText } from './words'

function Ladder({ project }: { project: LibraryProject }) {
  const { standing } = project
  return (
    <ol className={s.ladder} aria-label="储备库阶段">
      {rungs.words.map((rung) => {
        const reached = project.reached.find((one) => one.rung === rung)
        const here = standing?.rung === rung
        return (
          <li key={rung} aria-current={here ? 'step' : undefined}>
            {here ? '● ' : isPassed(rung, standing?.rung ?? null) ? '✓ ' : '○ '}
            {rungs.labels[rung]}
            {reached === undefined ? null : <span className="sub">{reached.on}</span>}
            {here && !standing.recorded ? <span className="sub">规划所述</span> : null}
          </li>
        )
      })}
    </ol>
  )
}

function Standing({ project }: { project: LibraryProject }) {
  const { rung, schedule, standing, place, today } = project
  return (
    <Facts
      facts={[
        ['储备库阶段', `${standingText(standing)}${standing === null ? '' : `（${standingNote(standing) ?? ''}）`}`],
        ['依据', rung?.document],
        ['说明', rung?.reason === null ? rung.note : rung?.reason],
        ['登记', rung === null ? null : `${rung.body} ${rung.by}`],
        ['计划开工', schedule.startIn === null ? null : `${schedule.startIn}${schedule.recorded ? '' : '（规划）'}`],
        [
          '计划投产',
          schedule.completeIn === null ? null : `${schedule.completeIn}${schedule.recorded ? '' : '（规划）'}`,
        ],
        [`${today.slice(0, 4)}年归类`, placeText(place)],
      ]}
    />
  )
}

/** The library's part of a project's page: ladder, steps and gates, every listing of it, and what may be the same. */
export function LibrarySection({ project }: { project: LibraryProject }) {
  const { leader } = project
  if (leader !== null) {
    return (
      <section className={s.section} aria-labelledby="library">
        <h2 id="library">项目储备库</h2>
        <p>
          这一登记已并入
          <Link href={subjectHref('project', leader.code)} prefetch={false}>
            {leader.name}（{leader.code}）
          </Link>
          。阶段、手续和关口在主项目上办理；以下填报仍属于本编号。
        </p>
        <Listings project={project} />
        <Log project={project} />
      </section>
    )
  }
  return (
    <>
      <section className={s.section} aria-labelledby="library">
        <h2 id="library">项目储备库</h2>
        <Ladder project={project} />
        {project.contradiction === null ? null : (
          <p className="warned">≠ 与填报不一致：{project.contradiction}，请核对。</p>
        )}
        <Standing project={project} />
        {project.mayRecord ? (
          <>
            <AdvanceForm key={`rung ${project.seen ?? ''}`} project={project} />
            <ScheduleForm key={`schedule ${project.seen ?? ''}`} project={project} />
          </>
        ) : null}
      </section>
      <Steps project={project} />
      <Listings project={project} />
      <Same project={project} />
      <ElsewhereSection project={project} />
      <Log project={project} />
    </>
  )
}

function Log({ project }: { project: LibraryProject }) {
  if (project.log.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="library-log">
      <h2 id="library-log">储备库办理记录</h2>
      <ol className={s.log}>
        {project.log.map(({ eventId, at, by, body, text }) => (
          <li key={eventId}>
            {minuteOf(at)} {body} {by}：{text}
          </li>
        ))}
      </ol>
    </section>
  )
}

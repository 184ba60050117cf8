import Link from 'next/link'
import type { BodiesView } from '@lianxi/schema/views/bodies'
import { address } from '@/features/session/search'
import { Notice } from '@/features/shell/page-head'
import { EndBodyForm } from './end-body'
import { RenameBodyForm } from './rename-body'
import s from './bodies.module.css'

type Chosen = NonNullable<BodiesView['chosen']>

/** What hangs on the body, before anybody ends it; `mayEnd`: what is to be done then is said. */
function Owes({ zone, chosen, mayEnd }: { zone: string; chosen: Chosen; mayEnd: boolean }) {
  const { owed, drafts, accounts } = chosen
  return (
    <>
      <h3>现有责任（{owed.length}）</h3>
      {owed.length === 0 ? (
        <p className="quiet">已下达的清单中没有由它填报或牵头的事项。</p>
      ) : (
        <ul className={s.owed} aria-label="现有责任">
          {owed.map(({ list, listName, item, position, name, reports, leads }) => (
            <li key={item}>
              <Link className="link" href={address(`/lists/${list}`, { zone, item })} prefetch={false}>
                {name}
              </Link>
              <span className="sub">
                {listName} 第{position}项 · {[reports ? '填报' : '', leads ? '牵头' : ''].filter(Boolean).join('、')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!mayEnd || drafts === 0 ? null : (
        <p className="warned">※ 尚未下达的清单中还有 {drafts} 项由它填报或牵头，撤销后须由制定单位改定才能下达。</p>
      )}
      {!mayEnd || accounts === 0 ? null : (
        <p className="note">该单位有 {accounts} 个账号角色，撤销后请在“账号”中移出。</p>
      )}
    </>
  )
}

type Props = { zone: string; body: BodiesView['bodies'][number]; chosen: Chosen; today: string }

/** One body beside the list: what it owes, and how it is renamed or ends. */
export function ChosenBody({ zone, body, chosen, today }: Props) {
  const running = body.endedOn === null
  const mayEnd = running && body.kind !== 'coordinating-office'
  return (
    <aside className={s.panel} aria-label={body.name}>
      <h2>{body.name}</h2>
      <Owes zone={zone} chosen={chosen} mayEnd={mayEnd} />
      {running ? <RenameBodyForm zone={zone} body={body} /> : <Notice>{body.endedOn} 撤销，此前的填报仍归它。</Notice>}
      {running && !mayEnd ? (
        <p className="note">统筹部门是本行政区填报和认领的入口，不能撤销；机构更名的，请用“更名”。</p>
      ) : null}
      {mayEnd ? <EndBodyForm zone={zone} body={body} chosen={chosen} today={today} /> : null}
    </aside>
  )
}

import Link from 'next/link'
import type { BodiesView } from '@lianxi/schema/views/bodies'
import { bodyKind } from '@lianxi/schema/vocabulary'
import { address } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { AddBodyForm } from './add-body'
import { ChosenBody } from './chosen-body'
import { BODIES } from './links'
import s from './bodies.module.css'

type Body = BodiesView['bodies'][number]

function Line({ body, zone, chosen }: { body: Body; zone: string; chosen: boolean }) {
  return (
    <tr data-selected={chosen}>
      <td>
        <Link className="link" href={address(BODIES, { zone, body: body.code })} prefetch={false}>
          {body.name}
        </Link>
        <span className="sub">{body.code}</span>
      </td>
      <td data-label="类别">{bodyKind.labels[body.kind]}</td>
      <td data-label="行政区">{body.region?.shortName ?? '全区'}</td>
      <td data-label="状态" className="nowrap">
        {body.endedOn === null ? '■ 在运行' : `□ ${body.endedOn} 撤销`}
      </td>
    </tr>
  )
}

function Zones({ view }: { view: BodiesView }) {
  if (view.zones.length < 2) return null
  return (
    <nav className={s.zones} aria-label="经济区">
      {view.zones.map(({ code, name }) => (
        <Link
          key={code}
          href={address(BODIES, { zone: code })}
          prefetch={false}
          aria-current={code === view.zone ? 'true' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** 单位: departments are registered, renamed and ended here; what an ending body still owes goes with it. */
export function BodiesPage({ view }: { view: BodiesView }) {
  const { zone, bodies, chosen } = view
  const body = bodies.find(({ code }) => code === chosen?.code)
  return (
    <>
      <PageHead
        title="单位"
        note={
          <p className="note">
            统筹部门随行政区登记（见“通道与凭据”）；部门在此登记后，清单事项可以落实给它，账号可以归到它。
          </p>
        }
      />
      <Zones view={view} />
      {zone === null ? null : <AddBodyForm zone={zone} regions={view.regions} known={bodies.map(({ code }) => code)} />}
      {zone === null || bodies.length === 0 ? (
        <Empty title="还没有单位。">请先在“通道与凭据”登记经济区和填报行政区。</Empty>
      ) : (
        <div className={s.split} data-open={body !== undefined}>
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">单位</th>
                <th scope="col">类别</th>
                <th scope="col">行政区</th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {bodies.map((one) => (
                <Line key={one.code} body={one} zone={zone} chosen={one.code === chosen?.code} />
              ))}
            </tbody>
          </table>
          {body === undefined || chosen === null ? null : (
            <ChosenBody
              key={`${body.code} ${body.name} ${body.endedOn ?? ''}`}
              zone={zone}
              body={body}
              chosen={chosen}
              today={view.today}
            />
          )}
        </div>
      )}
    </>
  )
}

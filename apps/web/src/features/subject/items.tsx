import type { ItemView } from '@lianxi/schema/views/subject'
import { attribute, valueOrigin } from '@lianxi/schema/vocabulary'
import { Drawn } from '@/features/drawn/drawn'
import { Fold } from '@/features/ui/fold'
import { grouped, wan } from '@/features/ui/format'
import { Empty } from '@/features/shell/page-head'
import s from './subject.module.css'

const said = (value: { value: string; origin: keyof typeof valueOrigin.labels } | null) =>
  value === null ? (
    '—'
  ) : (
    <div>
      {grouped(value.value)}
      <span className="sub">{valueOrigin.labels[value.origin]}</span>
    </div>
  )

function Commitment({ item }: { item: ItemView }) {
  const { target, project } = item
  return (
    <tr>
      <td className="nowrap">{item.year}</td>
      <td data-label="地区">{item.region.shortName}</td>
      <td data-label="年度清单">
        <div>
          {item.listName}
          <span className="sub">
            {item.adoptedBy} {item.adoptedOn} 下达
          </span>
        </div>
      </td>
      <td data-label="属性">{attribute.labels[item.attribute]}</td>
      <td data-label={project === null ? '本年目标' : '年度计划（万元）'} className="num">
        {project === null ? (
          said(target?.yearValue ?? null)
        ) : (
          <div>
            {wan(project.planWan)}
            <span className="sub">{valueOrigin.labels[project.origin]}</span>
          </div>
        )}
      </td>
      <td data-label="牵头单位">
        <div>
          {item.leadBody.name}
          {item.coBodies.length === 0 ? null : (
            <span className="sub">配合：{item.coBodies.map(({ name }) => name).join('、')}</span>
          )}
        </div>
      </td>
      <td data-label="期限" className="nowrap">
        {item.deadline}
      </td>
      <td data-label="举措与节点">
        <div>
          {item.measures}
          {(project?.milestones ?? []).map((milestone) => (
            <span key={milestone.name} className="sub">
              {milestone.dueOn} {milestone.name}
            </span>
          ))}
        </div>
      </td>
    </tr>
  )
}

function Year({ items, project, labelledBy }: { items: readonly ItemView[]; project: boolean; labelledBy: string }) {
  return (
    <div className="scroll" role="group" aria-labelledby={labelledBy} tabIndex={0}>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">地区</th>
            <th scope="col">年度清单</th>
            <th scope="col">属性</th>
            <th scope="col" className="num">
              {project ? '年度计划（万元）' : '本年目标'}
            </th>
            <th scope="col">牵头单位</th>
            <th scope="col">期限</th>
            <th scope="col">举措与节点</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Commitment key={`${item.code} ${item.region.code}`} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The latest year's stand open, those of each year before folded. */
function Years({ items, project }: { items: readonly ItemView[]; project: boolean }) {
  const [latest, ...earlier] = [...new Set(items.map(({ year }) => year))].sort((a, b) => b - a)
  const of = (wanted: number | undefined) => items.filter(({ year }) => year === wanted)
  return (
    <>
      <Year items={of(latest)} project={project} labelledBy="items" />
      {earlier.map((year) => (
        <Fold
          key={year}
          id={`items-${year}`}
          summary={
            <span id={`items-of-${year}`}>
              {year}年（{of(year).length}）
            </span>
          }
        >
          <Year items={of(year)} project={project} labelledBy={`items-of-${year}`} />
        </Fold>
      ))}
    </>
  )
}

/** 列入清单: each year's commitment with where its value comes from (规划、清单、推算、演示). */
export function Items({ items, project }: { items: ItemView[]; project: boolean }) {
  return (
    <section className={s.section} aria-labelledby="items">
      <h2 id="items">列入年度清单</h2>
      {items.length === 0 ? (
        <Empty title="没有列入任何年度清单，因此没有地区负责填报。" />
      ) : (
        <Drawn what="items" of={items} also={project}>
          <Years items={items} project={project} />
        </Drawn>
      )}
    </section>
  )
}

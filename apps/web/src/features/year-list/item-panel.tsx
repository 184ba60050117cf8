import Link from 'next/link'
import type { ListItemView, YearListView } from '@lianxi/schema/views/year-list'
import { itemAnswer } from '@lianxi/schema/vocabulary'
import { momentOf } from '@/features/ui/format'
import { Answer } from './answer'
import { ItemForm } from './item-form'
import { Settle } from './settle'
import { forForms } from './told'
import s from './year-list.module.css'

function Steps({ item }: { item: ListItemView }) {
  if (item.steps.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="steps">
      <h3 id="steps">协商与修订经过</h3>
      <ol className={s.steps}>
        {item.steps.map((step) => (
          <li key={`${step.at} ${step.type} ${step.text}`}>
            {step.text}
            <span className="sub">
              {momentOf(step.at)} {step.body} {step.by}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** One item beside its list: what it says, what was said about it, and what the viewer can do now. */
export function ItemPanel({ list, item, close }: { list: YearListView; item: ListItemView; close: string }) {
  const disputed = item.answer === 'objected' || item.answer === 'asked'
  const told = forForms(list)
  return (
    <aside className={s.panel} aria-label={item.name}>
      <h2>
        {item.name} · {item.region.shortName}
      </h2>
      <p className="note">
        {itemAnswer.labels[item.answer]} · {item.source}
      </p>
      <p>
        <Link className="link" href={close} prefetch={false}>
          关闭
        </Link>
      </p>
      {item.reply === null ? null : (
        <p>
          答复：{item.reply.reason}（{item.reply.by}）
        </p>
      )}
      {list.mayDraft && disputed && list.phase === 'consulting' ? <Settle list={told} item={item} /> : null}
      {item.mine && list.phase === 'consulting' ? <Answer list={told} item={item} /> : null}
      {list.mayDraft ? <ItemForm list={told} content={item.content} item={item} unit={item.unit} /> : null}
      <Steps item={item} />
    </aside>
  )
}

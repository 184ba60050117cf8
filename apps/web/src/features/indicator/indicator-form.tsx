'use client'

import { useState } from 'react'
import { FactCode } from '@lianxi/schema/codes'
import type { IndicatorContent } from '@lianxi/schema/commands/indicator'
import { FREQUENCIES, FREQUENCY_LABELS } from '@lianxi/schema/period'
import type { IndicatorOpen } from '@lianxi/schema/views/indicator'
import { aggregation, basis, direction, priceBasis, workField } from '@lianxi/schema/vocabulary'
import { Said } from '@/features/command/said'
import { faultOf, useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Choice, Field } from '@/features/year-list/fields'

const NONE = 'none-said'
type Optional<Word extends string> = Word | typeof NONE
/** A vocabulary with a word for what nobody said. */
const optional = <Word extends string>(words: readonly Word[], labels: Record<Word, string>) => ({
  words: [NONE, ...words] as readonly Optional<Word>[],
  labels: { ...labels, [NONE]: '未写明' } as Record<Optional<Word>, string>,
})
const PRICES = optional(priceBasis.words, priceBasis.labels)
const WAYS = optional(direction.words, direction.labels)
const OFTEN = optional(FREQUENCIES, FREQUENCY_LABELS)
const orNull = <Word extends string>(word: Optional<Word>): Word | null => (word === NONE ? null : word)

const NO_SHARE = { part: '', series: '', scope: '' }
const isPercentage = ({ basis: its, unit }: IndicatorContent) => its === 'ratio' && unit.trim() === '%'
/** All three words or none: half of a share says nothing. */
const isShare = ({ share }: IndicatorContent) =>
  share === null || (FactCode.safeParse(share.part).success && share.series.trim() !== '' && share.scope.trim() !== '')

const isCode = (weight: string | null) => weight === null || FactCode.safeParse(weight).success

const EMPTY: IndicatorContent = {
  ...{ name: '', unit: '', basis: 'flow', aggregate: 'none', domain: '综合经济' },
  ...{ frequency: null, releaseAfterDays: null, releasedBy: '', priceBasis: null, direction: null, weight: null },
  share: null,
}

function useKeeping(zone: string, open: IndicatorOpen | null) {
  const deed = useDeed()
  const [content, setContent] = useState<IndicatorContent>(open === null ? EMPTY : contentOf(open))
  const [days, setDays] = useState(String(content.releaseAfterDays ?? ''))
  const change = (part: Partial<IndicatorContent>) => setContent((before) => ({ ...before, ...part }))
  const daysAreFine = /^\d{0,3}$/.test(days) && Number(days) <= 400
  const submit = () => {
    const share = isPercentage(content) ? content.share : null
    const typed = { ...content, share, releaseAfterDays: days === '' ? null : Number(days) }
    const put = { type: 'put' as const, code: open?.line.code ?? null, content: typed }
    const command = { zone, seen: open?.seen ?? null, deed: put }
    const call = (idempotencyKey: string) => api.indicator.keep.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, open === null ? '指标已新建，片刻后可用。' : '已保存，片刻后生效。')
  }
  return { deed, content, change, days, setDays, daysAreFine, submit }
}

function contentOf({ line }: IndicatorOpen): IndicatorContent {
  const { code: _code, targets: _targets, merged: _merged, into: _into, ...content } = line
  return content
}

type AggregateProps = Pick<ReturnType<typeof useKeeping>, 'content' | 'change' | 'deed'>

/** How a zone's figure comes from its regions; a mean also needs what it is weighted by. */
function AggregateFields({ content, change, deed }: AggregateProps) {
  const { aggregate, weight } = content
  return (
    <>
      <Choice
        label="汇总方式"
        value={aggregate}
        options={aggregation}
        onChange={(how) => change({ aggregate: how, ...(how !== 'weighted-mean' && { weight: null }) })}
      />
      {aggregate !== 'weighted-mean' ? null : (
        <Field
          label="权数指标（编号）"
          value={weight ?? ''}
          onChange={(typed) => change({ weight: typed.trim() === '' ? null : typed.trim() })}
          fault={
            isCode(weight) ? faultOf(deed, 'weight') : '请填指标编号，如 I-GDP；不知道就空着，全区数写明“缺权数”。'
          }
        />
      )}
    </>
  )
}

/** How a share (占全省比重) comes about; left empty, the percentage itself is reported. */
function ShareFields({ content, change, deed }: AggregateProps) {
  if (!isPercentage(content)) return null
  const { part, series, scope } = content.share ?? NO_SHARE
  const type = (typed: Partial<typeof NO_SHARE>) => {
    const share = { part, series, scope, ...typed }
    change({ share: Object.values(share).every((word) => word.trim() === '') ? null : share })
  }
  const fault = isShare(content) ? faultOf(deed, 'share') : '三项都要填，分子填指标的编号。'
  return (
    <fieldset>
      <legend>占比算法</legend>
      <p className="note">
        分子取本地区所报的指标（如 I-GDP），分母取参照数列（如“地区生产总值”“全省”）。各地直接填报占比的，三项都空着。
      </p>
      <Field label="分子指标编号" value={part} onChange={(typed) => type({ part: typed.trim() })} fault={fault} />
      <Field label="分母数列" value={series} onChange={(typed) => type({ series: typed })} />
      <Field label="分母范围" value={scope} onChange={(typed) => type({ scope: typed })} />
    </fieldset>
  )
}

/** An indicator, new or changed; without code. */
export function IndicatorForm({ zone, open }: { zone: string; open: IndicatorOpen | null }) {
  const { deed, content, change, days, setDays, daysAreFine, submit } = useKeeping(zone, open)
  const press = (event: React.FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form method="post" noValidate onSubmit={press}>
      <Field label="名称" value={content.name} onChange={(name) => change({ name })} fault={faultOf(deed, 'name')} />
      <Field label="单位" value={content.unit} onChange={(unit) => change({ unit })} fault={faultOf(deed, 'unit')} />
      <Choice label="口径" value={content.basis} options={basis} onChange={(its) => change({ basis: its })} />
      <AggregateFields {...{ content, change, deed }} />
      <ShareFields {...{ content, change, deed }} />
      <Choice label="领域" value={content.domain} options={workField} onChange={(domain) => change({ domain })} />
      <Choice
        label="方向"
        value={content.direction ?? NONE}
        options={WAYS}
        onChange={(way) => change({ direction: orNull(way) })}
      />
      <Choice
        label="价格口径"
        value={content.priceBasis ?? NONE}
        options={PRICES}
        onChange={(price) => change({ priceBasis: orNull(price) })}
      />
      <Choice
        label="发布频率"
        value={content.frequency ?? NONE}
        options={OFTEN}
        onChange={(often) => change({ frequency: orNull(often) })}
      />
      <Field
        label="期末后多少天发布"
        numeric
        value={days}
        onChange={setDays}
        fault={daysAreFine ? undefined : '请填 0 至 400 的整数。'}
      />
      <Field label="发布单位和方式" value={content.releasedBy} onChange={(releasedBy) => change({ releasedBy })} />
      <div className={f.actions}>
        <button
          type="submit"
          className="primary"
          disabled={
            deed.busy ||
            !daysAreFine ||
            !isCode(content.weight) ||
            (isPercentage(content) && !isShare(content)) ||
            content.name.trim() === '' ||
            content.unit.trim() === ''
          }
        >
          {open === null ? '新建' : '保存'}
        </button>
      </div>
      <Said deed={deed} />
    </form>
  )
}

'use client'

import { FactCode } from '@lianxi/schema/codes'
import type { IndicatorContent } from '@lianxi/schema/commands/indicator'
import { FREQUENCIES, FREQUENCY_LABELS } from '@lianxi/schema/period'
import type { IndicatorOpen } from '@lianxi/schema/views/indicator'
import { aggregation, basis, direction, priceBasis, workField } from '@lianxi/schema/vocabulary'
import { Said } from '@/features/command/said'
import { faultOf } from '@/features/command/use-deed'
import { useKeptDeed } from '@/features/command/use-typed-deed'
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

/** Every field as the form has it, an optional choice with a word for none. */
type Flat = Pick<IndicatorContent, 'name' | 'unit' | 'basis' | 'aggregate' | 'domain' | 'releasedBy'> &
  typeof NO_SHARE & {
    frequency: Optional<NonNullable<IndicatorContent['frequency']>>
    priceBasis: Optional<NonNullable<IndicatorContent['priceBasis']>>
    direction: Optional<NonNullable<IndicatorContent['direction']>>
    days: string
    weight: string
  }

function flatOf(content: IndicatorContent): Flat {
  const { share, weight, frequency, priceBasis: price, direction: way, releaseAfterDays, ...plain } = content
  return {
    ...{ ...plain, ...(share ?? NO_SHARE), weight: weight ?? '', days: String(releaseAfterDays ?? '') },
    ...{ frequency: frequency ?? NONE, priceBasis: price ?? NONE, direction: way ?? NONE },
  }
}

function contentFrom({ part, series, scope, days, weight, ...typed }: Flat): IndicatorContent {
  const share = [part, series, scope].every((word) => word.trim() === '') ? null : { part, series, scope }
  return {
    ...{ ...typed, share, weight: weight.trim() === '' ? null : weight.trim() },
    releaseAfterDays: days === '' ? null : Number(days),
    frequency: orNull(typed.frequency),
    priceBasis: orNull(typed.priceBasis),
    direction: orNull(typed.direction),
  }
}

function useKeeping(zone: string, open: IndicatorOpen | null) {
  const of = { form: open === null ? '新建指标' : '指标内容', of: open?.line.code ?? zone }
  const { deed, typed, change, drop } = useKeptDeed(of, flatOf(open === null ? EMPTY : contentOf(open)))
  const content = contentFrom(typed)
  const daysAreFine = /^\d{0,3}$/.test(typed.days) && Number(typed.days) <= 400
  const submit = () => {
    const share = isPercentage(content) ? content.share : null
    const put = { type: 'put' as const, code: open?.line.code ?? null, content: { ...content, share } }
    const command = { zone, seen: open?.seen ?? null, deed: put }
    const call = (idempotencyKey: string) => api.indicator.keep.mutate({ ...command, idempotencyKey })
    void deed.run(command, call, open === null ? '指标已新建，片刻后可用。' : '已保存，片刻后生效。')
  }
  return { deed, typed, content, change, drop, daysAreFine, submit }
}

function contentOf({ line }: IndicatorOpen): IndicatorContent {
  const { code: _code, targets: _targets, merged: _merged, into: _into, ...content } = line
  return content
}

type FieldsProps = Pick<ReturnType<typeof useKeeping>, 'typed' | 'content' | 'change' | 'deed'>

/** How a zone's figure comes from its regions; a mean also needs what it is weighted by. */
function AggregateFields({ typed, content, change, deed }: FieldsProps) {
  return (
    <>
      <Choice
        label="汇总方式"
        value={typed.aggregate}
        options={aggregation}
        onChange={(how) => change({ aggregate: how, ...(how !== 'weighted-mean' && { weight: '' }) })}
      />
      {typed.aggregate !== 'weighted-mean' ? null : (
        <Field
          label="权数指标（编号）"
          value={typed.weight}
          onChange={(weight) => change({ weight })}
          fault={
            isCode(content.weight)
              ? faultOf(deed, 'weight')
              : '请填指标编号，如 I-GDP；不知道就空着，全区数写明“缺权数”。'
          }
        />
      )}
    </>
  )
}

/** How a share (占全省比重) comes about; left empty, the percentage itself is reported. */
function ShareFields({ typed, content, change, deed }: FieldsProps) {
  if (!isPercentage(content)) return null
  const { part, series, scope } = typed
  const fault = isShare(content) ? faultOf(deed, 'share') : '三项都要填，分子填指标的编号。'
  return (
    <fieldset>
      <legend>占比算法</legend>
      <p className="note">
        分子取本地区所报的指标（如 I-GDP），分母取参照数列（如“地区生产总值”“全省”）。各地直接填报占比的，三项都空着。
      </p>
      <Field label="分子指标编号" value={part} onChange={(said) => change({ part: said.trim() })} fault={fault} />
      <Field label="分母数列" value={series} onChange={(said) => change({ series: said })} />
      <Field label="分母范围" value={scope} onChange={(said) => change({ scope: said })} />
    </fieldset>
  )
}

/** An indicator, new or changed; without code. */
export function IndicatorForm({ zone, open }: { zone: string; open: IndicatorOpen | null }) {
  const { deed, typed, content, change, drop, daysAreFine, submit } = useKeeping(zone, open)
  const press = (event: React.FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form method="post" noValidate onSubmit={press}>
      <Field label="名称" value={typed.name} onChange={(name) => change({ name })} fault={faultOf(deed, 'name')} />
      <Field label="单位" value={typed.unit} onChange={(unit) => change({ unit })} fault={faultOf(deed, 'unit')} />
      <Choice label="口径" value={typed.basis} options={basis} onChange={(its) => change({ basis: its })} />
      <AggregateFields {...{ typed, content, change, deed }} />
      <ShareFields {...{ typed, content, change, deed }} />
      <Choice label="领域" value={typed.domain} options={workField} onChange={(domain) => change({ domain })} />
      <Choice label="方向" value={typed.direction} options={WAYS} onChange={(way) => change({ direction: way })} />
      <Choice
        label="价格口径"
        value={typed.priceBasis}
        options={PRICES}
        onChange={(price) => change({ priceBasis: price })}
      />
      <Choice
        label="发布频率"
        value={typed.frequency}
        options={OFTEN}
        onChange={(often) => change({ frequency: often })}
      />
      <Field
        label="期末后多少天发布"
        numeric
        value={typed.days}
        onChange={(days) => change({ days })}
        fault={daysAreFine ? undefined : '请填 0 至 400 的整数。'}
      />
      <Field label="发布单位和方式" value={typed.releasedBy} onChange={(releasedBy) => change({ releasedBy })} />
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
        {deed.written ? (
          <button type="button" disabled={deed.busy} onClick={drop}>
            放弃所填
          </button>
        ) : null}
      </div>
      <Said deed={deed} />
    </form>
  )
}

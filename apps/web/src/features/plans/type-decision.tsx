'use client'

import { documentKind } from '@lianxi/schema/document-kind'
import { useRouter } from 'next/navigation'
import { MOST_MATTERS, type TypeDecision as Typed } from '@lianxi/schema/commands/plan-import'
import type { RegionName, ZoneName } from '@lianxi/schema/views/common'
import { Said } from '@/features/command/said'
import lib from '@/features/library/library.module.css'
import { useTypedDeed } from '@/features/command/use-typed-deed'
import { api } from '@/features/live/client'
import f from '@/features/office/form.module.css'
import { Choice, Field } from '@/features/year-list/fields'
import { importHref } from './links'
import { blank, MatterFields } from './matter-fields'

type Props = { zone: ZoneName; region: RegionName | null; regions: RegionName[] }

const KINDS = { words: ['decision', 'minutes'] as const, labels: documentKind.labels }
const DAY = /^20[0-5]\d-\d\d-\d\d$/

function useDecision({ zone, region }: Props) {
  const router = useRouter()
  const { deed, typed, change } = useTypedDeed<Omit<Typed, 'zone' | 'region' | 'dueYear'> & { dueYear: string }>({
    ...{ kind: 'minutes', name: '', issuer: '', documentNumber: '', issuedOn: '', dueYear: '' },
    matters: [blank()],
  })
  const matters = typed.matters.filter(({ name }) => name.trim() !== '')
  const complete =
    typed.name.trim() !== '' && DAY.test(typed.issuedOn) && /^20[0-5]\d$/.test(typed.dueYear) && matters.length > 0
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    const decision = {
      zone: zone.code,
      region: region?.code ?? null,
      ...typed,
      dueYear: Number(typed.dueYear),
      matters,
    }
    let id = ''
    const call = async () => {
      const answer = await api.plan.typeDecision.mutate(decision)
      if (answer.ok) ({ id } = answer)
      return answer
    }
    if (await deed.run(decision, call, '已录入，请核对后导入。')) router.push(importHref(id, zone.code))
  }
  return { deed, typed, change, complete, submit }
}

/** A decision or minutes with its matters, typed in: previewed and brought in like a plan's workbook. */
export function TypeDecision(props: Props) {
  const { zone, region, regions } = props
  const { deed, typed, change, complete, submit } = useDecision(props)
  const { matters } = typed
  return (
    <details className={`${lib.deed ?? ''} no-print`}>
      <summary>录入{region?.name ?? zone.name}决定、会议纪要</summary>
      <form method="post" noValidate onSubmit={(event) => void submit(event)}>
        <Choice label="文件类别" value={typed.kind} options={KINDS} onChange={(kind) => change({ kind })} />
        <Field label="名称" value={typed.name} onChange={(name) => change({ name })} />
        <Field label="印发单位" value={typed.issuer} onChange={(issuer) => change({ issuer })} />
        <Field label="文号" value={typed.documentNumber} onChange={(documentNumber) => change({ documentNumber })} />
        <Field label="日期" type="date" value={typed.issuedOn} onChange={(issuedOn) => change({ issuedOn })} />
        <Field label="完成年度" numeric value={typed.dueYear} onChange={(dueYear) => change({ dueYear })} />
        {matters.map((matter, at) => (
          <MatterFields
            key={at}
            number={at + 1}
            matter={matter}
            regions={regions}
            onChange={(changed) => change({ matters: matters.map((one, index) => (index === at ? changed : one)) })}
          />
        ))}
        <div className={f.actions}>
          <button
            type="button"
            disabled={matters.length >= MOST_MATTERS}
            onClick={() => change({ matters: [...matters, blank()] })}
          >
            再加一项
          </button>
          <button type="submit" className="primary" disabled={deed.busy || !complete}>
            核对并导入
          </button>
        </div>
        <Said deed={deed} />
      </form>
    </details>
  )
}

'use client'

import type { InvitableView } from '@lianxi/schema/views/partner'
import { faultOf } from '@/features/command/use-deed'
import { RecordBox } from '@/features/library/record-box'
import { Choice, Field, named } from '@/features/year-list/fields'
import { usePartner } from './use-partner'

const WHOLE = /^([1-9]\d?|100)$/
/** Invites a region or a body of another zone to take a part in a project. */
export function InviteForm({ zone, subject, invitable }: { zone: string; subject: string; invitable: InvitableView }) {
  const { zones, openPercent } = invitable
  const first = zones[0]
  const { deed, typed, change, say } = usePartner(
    { zone, ofZone: zone, subject },
    {
      ...{ partnerZone: first?.zone.code ?? '', partner: first?.partners[0]?.code ?? '' },
      ...{ part: '', contribution: '', share: '', basis: '' },
    },
  )
  const partners = zones.find((one) => one.zone.code === typed.partnerZone)?.partners ?? []
  const shareFault = typed.share === '' || WHOLE.test(typed.share) ? undefined : '请填写1至100的整数，未约定的留空。'
  const complete = [typed.part, typed.contribution, typed.basis].every((words) => words.trim() !== '')
  const chooseZone = (partnerZone: string) =>
    change({ partnerZone, partner: zones.find((one) => one.zone.code === partnerZone)?.partners[0]?.code ?? '' })
  const press = () => {
    const { share, ...said } = typed
    void say({ type: 'invite', ...said, sharePercent: share === '' ? null : Number(share) }, '已发出邀请，片刻后列出。')
  }
  return (
    <RecordBox
      title="邀请外区合作"
      press="发出邀请"
      deed={deed}
      blocked={!complete || shareFault !== undefined}
      onPress={press}
    >
      <Choice
        label="对方经济区"
        value={typed.partnerZone}
        options={named(zones.map((one) => one.zone))}
        onChange={chooseZone}
      />
      <Choice
        label="合作方"
        value={typed.partner}
        options={named(partners)}
        onChange={(partner) => change({ partner })}
      />
      <Field
        label="承担部分"
        value={typed.part}
        onChange={(part) => change({ part })}
        fault={faultOf(deed, 'partner') ?? faultOf(deed, 'partnerZone')}
      />
      <Field label="投入" value={typed.contribution} onChange={(contribution) => change({ contribution })} />
      <Field
        label={`占全项目比例（%，尚可约定${openPercent}%）`}
        value={typed.share}
        onChange={(share) => change({ share: share.trim() })}
        fault={shareFault ?? faultOf(deed, 'sharePercent')}
        numeric
      />
      <Field label="依据" value={typed.basis} onChange={(basis) => change({ basis })} />
    </RecordBox>
  )
}

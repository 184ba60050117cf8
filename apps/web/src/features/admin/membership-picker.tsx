'use client'

import { useState } from 'react'
import { rolesOf } from '@lianxi/domain/place/body-roles'
import type { BodyOption, MembershipGiven } from '@lianxi/schema/commands/account'
import { Role, role as roles } from '@lianxi/schema/vocabulary'

type Props = {
  bodies: BodyOption[]
  label: string
  button: string
  disabled?: boolean
  pick: (membership: MembershipGiven) => void
  /** What is chosen and not picked yet. */
  choose?: (chosen: MembershipGiven | undefined) => void
}

const keyOf = ({ zone, code }: BodyOption) => `${zone} ${code}`

/** Bodies under their zones: five zones have a 四川省发展和改革委员会 each. */
function byZone(bodies: BodyOption[]) {
  const zones = new Map(bodies.map(({ zone, zoneName }) => [zone, zoneName]))
  return [...zones].map(([zone, zoneName]) => ({ zone, zoneName, of: bodies.filter((body) => body.zone === zone) }))
}

function chosenOf(body: BodyOption | undefined, role: Role): MembershipGiven | undefined {
  if (body === undefined) return role === 'admin' ? { zone: null, body: 'SYSTEM', role } : undefined
  return { zone: role === 'admin' ? null : body.zone, body: body.code, role }
}

function usePicker({ bodies, pick, choose }: Props) {
  const [key, setKey] = useState('')
  const [role, setRole] = useState<Role>('reporter')
  const body = bodies.find((option) => keyOf(option) === key)
  // An administrator belongs to no zone and no body of one.
  const allowed = body === undefined ? roles.words : [...rolesOf(body.kind), Role.enum.admin]
  const chosen = chosenOf(body, role)
  const change = (nextKey: string, wanted: Role) => {
    const next = bodies.find((option) => keyOf(option) === nextKey)
    const [first = wanted] = next === undefined ? [] : rolesOf(next.kind)
    const fits = next === undefined || wanted === 'admin' || rolesOf(next.kind).includes(wanted)
    setKey(nextKey)
    setRole(fits ? wanted : first)
    choose?.(chosenOf(next, fits ? wanted : first))
  }
  const press = () => {
    if (chosen === undefined) return
    pick(chosen)
    change('', 'reporter')
  }
  return { key, role, allowed, chosen, change, press }
}

/** A body and a role that its people can have; the region is the body's and never typed. */
export function MembershipPicker(props: Props) {
  const { bodies, label, button, disabled = false } = props
  const { key, role, allowed, chosen, change, press } = usePicker(props)
  return (
    <span>
      <select aria-label={`${label}：单位`} value={key} onChange={(event) => change(event.target.value, role)}>
        <option value="">请选择单位</option>
        {byZone(bodies).map(({ zone, zoneName, of }) => (
          <optgroup key={zone} label={zoneName}>
            {of.map((option) => (
              <option key={option.code} value={keyOf(option)}>
                {option.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>{' '}
      <select
        aria-label={`${label}：角色`}
        value={role}
        onChange={(event) => change(key, Role.catch('reporter').parse(event.target.value))}
      >
        {allowed.map((word) => (
          <option key={word} value={word}>
            {roles.labels[word]}
          </option>
        ))}
      </select>{' '}
      <button type="button" className="small" disabled={disabled || chosen === undefined} onClick={press}>
        {button}
      </button>
    </span>
  )
}

'use client'

import { useState } from 'react'
import type { BodyOption, MembershipGiven } from '@lianxi/schema/commands/account'
import { Role, role as roles } from '@lianxi/schema/vocabulary'

type Props = {
  bodies: BodyOption[]
  label: string
  button: string
  disabled?: boolean
  pick: (membership: MembershipGiven) => void
}

/** A body and a role in it; the region is the body's and never typed. An administrator belongs to no zone. */
export function MembershipPicker({ bodies, label, button, disabled = false, pick }: Props) {
  const [body, setBody] = useState(0)
  const [role, setRole] = useState<Role>('reporter')
  const chosen = bodies[body]
  return (
    <span>
      <select aria-label={`${label}：单位`} value={body} onChange={(event) => setBody(Number(event.target.value))}>
        {bodies.map((option, index) => (
          <option key={`${option.zone} ${option.code}`} value={index}>
            {option.name}
          </option>
        ))}
      </select>{' '}
      <select
        aria-label={`${label}：角色`}
        value={role}
        onChange={(event) => setRole(Role.catch('reporter').parse(event.target.value))}
      >
        {roles.words.map((word) => (
          <option key={word} value={word}>
            {roles.labels[word]}
          </option>
        ))}
      </select>{' '}
      <button
        type="button"
        className="small"
        disabled={disabled || chosen === undefined}
        onClick={() =>
          chosen !== undefined && pick({ zone: role === 'admin' ? null : chosen.zone, body: chosen.code, role })
        }
      >
        {button}
      </button>
    </span>
  )
}

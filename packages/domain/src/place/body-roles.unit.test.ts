import { BodyKind, Role } from '@lianxi/schema/vocabulary'
import { describe, expect, it } from 'vitest'
import { roleNames, rolesOf } from './body-roles'

describe('roles of a body', () => {
  it('never let one body both report and judge reports, or oversee what it does itself', () => {
    expect(rolesOf('coordinating-office')).not.toContain('secretariat')
    expect(rolesOf('secretariat')).not.toContain('reporter')
    expect(rolesOf('oversight')).toEqual(['oversight'])
    for (const kind of BodyKind.options)
      expect(rolesOf(kind).includes('reporter') && rolesOf(kind).includes('secretariat'), kind).toBe(false)
  })

  it('leave no role without a body, but the administrator’s', () => {
    const given = new Set(BodyKind.options.flatMap(rolesOf))
    expect(Role.options.filter((role) => !given.has(role))).toEqual(['admin'])
    expect(roleNames('secretariat')).toBe('联席会议办公室、领导')
  })
})

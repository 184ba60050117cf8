/** One duty of a year with the body that holds it, and the bodies its items name. */
type Held = { body: string; items: { leadBody: string; coBodies: string[] }[] }
type Role = 'reports' | 'leads' | 'shares'

/** What each body has to do with a duty: it reports, leads, or shares the responsibility; a body once, with its roles. */
export function rolesOf({ body, items }: Held): { body: string; roles: Role[] }[] {
  const roles = new Map<string, Set<Role>>()
  const add = (of: string, role: Role) => void roles.set(of, (roles.get(of) ?? new Set()).add(role))
  add(body, 'reports')
  for (const { leadBody, coBodies } of items) {
    add(leadBody, 'leads')
    for (const other of coBodies) add(other, 'shares')
  }
  return [...roles].map(([of, held]) => ({ body: of, roles: [...held] }))
}

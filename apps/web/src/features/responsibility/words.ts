import type { BodyResponsibility, Responsibility } from '@lianxi/schema/views/responsibility'

export const ROLES = { reports: '填报', leads: '牵头', shares: '责任单位' } satisfies Record<
  Responsibility['roles'][number],
  string
>

type PersonLine = { person: string; body: string; role: '牵头领导' | '责任人'; items: string[] }

/** Who answers in person: leaders and persons the lists name, each once a body, in the order of their bodies. */
export function personsOf(bodies: readonly BodyResponsibility[]): PersonLine[] {
  const lines = new Map<string, PersonLine>()
  const add = (line: Omit<PersonLine, 'items'>, item: string) => {
    const key = `${line.body} ${line.role} ${line.person}`
    const known = lines.get(key) ?? { ...line, items: [] }
    lines.set(key, known.items.includes(item) ? known : { ...known, items: [...known.items, item] })
  }
  for (const { body, items } of bodies) {
    for (const { name, region, leader, person, roles } of items) {
      if (!roles.includes('leads')) continue
      const item = `${name}（${region.shortName}）`
      if (leader !== '') add({ person: leader, body: body.name, role: '牵头领导' }, item)
      if (person !== '') add({ person, body: body.name, role: '责任人' }, item)
    }
  }
  return [...lines.values()]
}

import type { PersonLine, Responsibility } from '@lianxi/schema/views/responsibility'

type Held = { body: { name: string }; items: readonly Responsibility[] }

/** Who answers in person: leaders and persons the lists name, each once a body, in the order of their bodies. */
export function personsOf(bodies: readonly Held[]): PersonLine[] {
  const lines = new Map<string, PersonLine>()
  const add = (line: Omit<PersonLine, 'items'>, item: string) => {
    const key = `${line.body} ${line.role} ${line.person}`
    const known = lines.get(key) ?? { ...line, items: [] }
    if (!known.items.includes(item)) known.items.push(item)
    lines.set(key, known)
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

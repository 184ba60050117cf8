const plain = (name: string): string => name.replace(/\s/g, '')

/** The bodies a plan names (牵头单位、责任单位), in its order, each once. */
export const namesOf = (said: string): string[] => [
  ...new Set(
    said
      .split(/[、，,；;\n/]+/)
      .map(plain)
      .filter((name) => name !== ''),
  ),
]

type Standing = { name: string; code: string; region: string | null; endedOn?: string | undefined }

/**
 * Who of a region answers by the plan's words: its bodies that stand, by their full names, the leading one first. Two of
 * the same name are nobody: a duty is not given by guess.
 * @param said what the plan says, names separated by 、; undefined: it names nobody
 */
export function statedBodiesOf(said: string | undefined, bodies: Iterable<Standing>, region: string): string[] {
  const own = [...bodies].filter((body) => body.region === region && body.endedOn === undefined)
  return namesOf(said ?? '').flatMap((name) => {
    const [only, ...others] = own.filter((body) => plain(body.name) === name)
    return only === undefined || others.length > 0 ? [] : [only.code]
  })
}

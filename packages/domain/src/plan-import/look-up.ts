import type { ProjectListed, TargetListed } from '@lianxi/schema/events/facts'
import { namesOf } from '../plan/stated-bodies'
import { sameWords } from './derived-code'
import type { Known } from './known'

type TargetPlace = Pick<TargetListed, 'plan' | 'name' | 'region' | 'targetYear'>
type ProjectPlace = Pick<ProjectListed, 'plan' | 'name'>

/** What is known, found at once: a file has thousands of rows, each compared with all that stands. */
export type LookUp = Known & {
  targetOf: (code: string) => TargetListed | undefined
  projectOf: (code: string) => ProjectListed | undefined
  /** Is a registered body called this? */
  isBody: (name: string) => boolean
  /** The first target of the same plan, name, region and year. */
  targetAt: (place: TargetPlace) => TargetListed | undefined
  /** The first project of the same plan whose name is spelled with the same words. */
  projectAt: (place: ProjectPlace) => ProjectListed | undefined
}

const targetKey = ({ plan, name, region, targetYear }: TargetPlace) => [plan, name, region, targetYear].join('\0')
const projectKey = ({ plan, name }: ProjectPlace) => [plan, sameWords(name)].join('\0')
const codeOf = ({ code }: { code: string }) => code

function firstBy<Doc>(docs: readonly Doc[], keyOf: (doc: Doc) => string): ReadonlyMap<string, Doc> {
  const first = new Map<string, Doc>()
  for (const doc of docs) if (!first.has(keyOf(doc))) first.set(keyOf(doc), doc)
  return first
}

export function lookUp(known: Known): LookUp {
  const { targets, projects, bodies = [] } = known
  const bodyNames = new Set(bodies.flatMap(({ name }) => namesOf(name)))
  const [targetOf, projectOf] = [firstBy(targets, codeOf), firstBy(projects, codeOf)]
  const [targetAt, projectAt] = [firstBy(targets, targetKey), firstBy(projects, projectKey)]
  return {
    ...known,
    isBody: (name) => bodyNames.has(name),
    targetOf: (code) => targetOf.get(code),
    projectOf: (code) => projectOf.get(code),
    targetAt: (place) => targetAt.get(targetKey(place)),
    projectAt: (place) => projectAt.get(projectKey(place)),
  }
}

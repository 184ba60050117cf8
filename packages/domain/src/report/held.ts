import type { Entry } from '@lianxi/schema/commands/entry'
import type { Stage } from '@lianxi/schema/vocabulary'

/**
 * Whether an entry holds anything somebody wrote, which a bare 本期无变化 in its place would throw away. The stage a
 * project's form begins with is nobody's word; another one is.
 */
export function holdsWork(entry: Entry | null, knownStage: Stage | null): boolean {
  if (entry === null) return false
  const { kind: _kind, nil: _nil, ...said } = entry
  return Object.entries(said).some(([field, value]) => {
    if (Array.isArray(value)) return value.length > 0
    if (field === 'stage') return value !== null && value !== knownStage
    return (value ?? '').trim() !== ''
  })
}

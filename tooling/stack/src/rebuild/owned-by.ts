import { findTopic } from '@lianxi/schema/topics'

/** Whether a topic is ours, and one of these regions' or zones' (none: of all). */
export function ownedBy(name: string, owners: readonly string[]): boolean {
  const topic = findTopic(name)
  if (topic === undefined) return false
  return owners.length === 0 || owners.includes('region' in topic ? topic.region : topic.zone)
}

import { findTopic } from '@lianxi/schema/topics'

export type TopicFilter = (name: string) => boolean

/** Topics of the contract, of all regions and zones or only of those named. */
export function topicFilter(owners: readonly string[]): TopicFilter {
  const wanted = new Set(owners)
  return (name) => {
    const topic = findTopic(name)
    if (topic === undefined) return false
    const owner = 'region' in topic ? topic.region : topic.zone
    return wanted.size === 0 || wanted.has(owner)
  }
}

/** The topics to subscribe to, sorted, so that two lists can be compared. */
export const subscribable = (names: readonly string[], filter: TopicFilter): string[] => names.filter(filter).sort()

export const sameTopics = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, index) => name === b[index])

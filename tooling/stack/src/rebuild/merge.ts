import type { IncomingMessage } from '@lianxi/db/apply/incoming'

/** Messages of one topic that follow each other and became known at one moment: a publisher's batch, as a rule. */
export type MomentRun = { topic: string; moment: Date; messages: IncomingMessage[] }
export type Source = { topic: string; next: () => Promise<IncomingMessage | undefined> }

/** As many as the worker puts into one transaction. */
const MAX_RUN = 2_000

/**
 * Puts topics back into the order in which their messages became known: always the topic whose next message is oldest.
 * A topic's own order stays whatever its moments are.
 */
export async function* mergeByMoment(
  sources: readonly Source[],
  momentOf: (message: IncomingMessage) => Date,
): AsyncGenerator<MomentRun> {
  const heads = new Map<Source, IncomingMessage>()
  const advance = async (source: Source) => {
    const message = await source.next()
    if (message === undefined) heads.delete(source)
    else heads.set(source, message)
    return message
  }
  for (const source of sources) await advance(source)
  while (heads.size > 0) {
    const [source, first] = oldest(heads, momentOf)
    const run: MomentRun = { topic: source.topic, moment: momentOf(first), messages: [first] }
    for (;;) {
      const following = await advance(source)
      if (following === undefined || run.messages.length === MAX_RUN) break
      if (momentOf(following).getTime() !== run.moment.getTime()) break
      run.messages.push(following)
    }
    yield run
  }
}

function oldest(
  heads: ReadonlyMap<Source, IncomingMessage>,
  momentOf: (message: IncomingMessage) => Date,
): [Source, IncomingMessage] {
  return [...heads].reduce((best, head) => (momentOf(head[1]) < momentOf(best[1]) ? head : best))
}

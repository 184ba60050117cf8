import { findPublicIndex, findPublicMoment, type PublicMoment } from '@lianxi/db/readers/public/page'
import type { PublicIndex } from '@lianxi/db/readers/public/index'
import type { Deps } from './deps'

export type Released = PublicMoment & { index: PublicIndex }

/** What is public of a zone now; undefined: there is no such zone. */
export async function openReleased(
  { prisma, released }: Pick<Deps, 'prisma' | 'released'>,
  zone: string,
): Promise<Released | undefined> {
  const moment = await findPublicMoment(prisma)
  if (moment === undefined) return undefined
  const index = await findPublicIndex(prisma, zone, moment, released.recall)
  return index === undefined ? undefined : { ...moment, index }
}

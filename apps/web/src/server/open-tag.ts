import { createHash } from 'node:crypto'
import { findLastHeard } from '@lianxi/db/readers/moment/last-said'
import { filteredEntries } from '@lianxi/db/readers/public/page'
import { OPEN_FIELDS } from '@lianxi/schema/views/open-data'
import type { Deps } from './deps'
import { type Asked, rowsOf } from './open-data'

/** So many items are read once more for their tag; of more the tag is when anybody of the zone last said anything. */
const READ_FOR_TAG = 2_000

/** What the rows say; the moment they are of is not what they say. */
const NAMES = OPEN_FIELDS.flatMap(({ name }) => (name === 'asOf' ? [] : [name]))
/** A build that gives the same rows out in another form gives other files out. */
const FORM = JSON.stringify(OPEN_FIELDS)

/** The tag of a file: another one where its rows are others, and the same while only what is not public went on. */
export async function openTag({ tags }: Pick<Deps, 'tags'>, asked: Asked): Promise<string> {
  const { released, db, filters } = asked
  const { zone, regions } = released.index.reference
  const heard = await findLastHeard(db, zone.code, [...regions.keys()], released.stamp)
  const version = JSON.stringify([zone.code, heard, released.today])
  if (filteredEntries(released.index.entries, filters).length > READ_FOR_TAG) {
    return createHash('sha256').update(FORM).update(version).digest('hex').slice(0, 32)
  }
  return tags.recall(`${version} ${JSON.stringify(filters)}`, () => tagOfRows(asked))
}

async function tagOfRows(asked: Asked): Promise<string> {
  const hash = createHash('sha256').update(FORM)
  for await (const row of rowsOf(asked)) hash.update(JSON.stringify(row, NAMES))
  return hash.digest('hex').slice(0, 32)
}

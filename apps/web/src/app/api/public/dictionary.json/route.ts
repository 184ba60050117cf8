import { createHash } from 'node:crypto'
import { LICENCE, OPEN_FIELDS } from '@lianxi/schema/views/open-data'
import { openAnswer, openPreflight } from '@/server/open-answer'

export const dynamic = 'force-dynamic'
export const OPTIONS = openPreflight

const DICTIONARY = JSON.stringify({ licence: LICENCE, fields: OPEN_FIELDS }, null, 1)

const TAG = createHash('sha256').update(DICTIONARY).digest('hex').slice(0, 16)

async function* whole(): AsyncGenerator<string> {
  yield await Promise.resolve(DICTIONARY)
}

/** What each field of the open data means. */
export const GET = (request: Request): Response =>
  openAnswer(request, { type: 'application/json; charset=utf-8', tag: TAG }, whole)

import { PublicInput } from '@lianxi/schema/views/public'
import { readQuery } from '@/features/session/search'
import { getDeps } from '@/server/deps'
import { openAnswer, openPreflight, openRefusal } from '@/server/open-answer'
import { FORMATS, isOpenFile, openFile } from '@/server/open-data'
import { openTag } from '@/server/open-tag'
import { openReleased } from '@/server/released'

export const dynamic = 'force-dynamic'
export const OPTIONS = openPreflight

type Props = { params: Promise<{ zone: string; file: string }> }

/** What a zone makes public as CSV or JSON, with the filters of its page; the address stays the same for good. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { zone, file } = await params
  const query = await readQuery(Promise.resolve(Object.fromEntries(new URL(request.url).searchParams)))
  const input = PublicInput.omit({ page: true }).safeParse({ ...query, zone })
  if (!isOpenFile(file)) return openRefusal(404, '没有这个文件，请取 items.csv 或 items.json。')
  if (!input.success) return openRefusal(400, '地址中的条件有误，可用 list、region、year、kind、field、q。')
  const deps = getDeps()
  const released = await openReleased(deps, zone)
  if (released === undefined) return openRefusal(404, '没有这个经济区。')
  const { zone: _zone, ...filters } = input.data
  const asked = { db: deps.prisma, released, filters }
  const tag = await openTag(deps, asked)
  return openAnswer(request, { type: FORMATS[file], tag, name: `${zone}-${file}` }, () => openFile(file, asked))
}

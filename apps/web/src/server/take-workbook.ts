import { refuse } from '@lianxi/domain/report/refusal'
import { refusalOf } from '@lianxi/office-files/read-refusal'
import type { DoneResult, RefusalCode } from '@lianxi/schema/views/refusal'
import type { z } from 'zod'
import { findForgery } from './csrf'
import { getDeps } from './deps'
import { orRefusal } from './file-answer'
import { readBody } from './read-body'

type Taking<Input> = {
  input: z.ZodType<Input>
  /** What the address says the file is for. */
  about: (asked: URLSearchParams) => Record<string, unknown>
  /** The code under which an unreadable file is refused. */
  unreadable: RefusalCode
  upload: (input: Input) => Promise<unknown>
}

/**
 * Takes an uploaded workbook: the file is the body, as `application/octet-stream`, which no form of another site can
 * send; what it is for stands in the address. Who may is decided by the procedure; what becomes of it is said in words,
 * also when it is no workbook.
 */
export async function takeWorkbook<Input>(request: Request, taking: Taking<Input>): Promise<Response> {
  const forgery = findForgery(request, getDeps().env.PUBLIC_URL, 'application/octet-stream')
  if (forgery !== undefined) return new Response(null, { status: forgery === 'origin' ? 403 : 415 })
  const asked = new URL(request.url).searchParams
  const file = await readBody(request)
  if (file === undefined) return Response.json(tooLarge(taking.unreadable))
  const fileName = (asked.get('name') ?? '').slice(0, 200)
  const input = taking.input.safeParse({ ...taking.about(asked), fileName, file })
  if (!input.success) return new Response(null, { status: 400 })
  return orRefusal(async () => Response.json(await taking.upload(input.data)))
}

const tooLarge = (code: RefusalCode): DoneResult => ({
  ok: false,
  refusal: { ...refuse(code), message: refusalOf('too-large').sentence },
})

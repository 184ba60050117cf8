/** From here on the room that is left is worth a word. */
const NEAR = 0.9

/** What to say of a text's length; letters as the contracts count them. */
export function lengthSaid(text: string, limit: number): { tooLong?: string; near?: string } {
  const length = text.length
  if (length > limit)
    return { tooLong: `已写 ${length} 字，超出 ${length - limit} 字，不能发出：请删减到 ${limit} 字以内。` }
  return length < limit * NEAR ? {} : { near: `已写 ${length} 字，最多 ${limit} 字` }
}

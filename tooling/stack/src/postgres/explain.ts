import { z } from 'zod'
import { Refusal } from '../refusal'

const Coded = z.object({ code: z.string() })

/** SQLSTATE or Node's code → what the operator has to mend. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|57P03)$/,
    '数据库无法连接，请核对地址并确认数据库已启动。\nThe database cannot be reached: check its address and that it runs.',
  ],
  [
    /^28/,
    '数据库不接受此用户名或口令，请核对 MIGRATOR_URL。\nThe database does not take this user or password: check MIGRATOR_URL.',
  ],
  [/^3D000$/, '数据库不存在，请核对 MIGRATOR_URL。\nThere is no such database: check MIGRATOR_URL.'],
  [
    /^(42P01|42703|42883|3F000)$/,
    '这不是联席系统的数据库，或迁移未完成：请核对 MIGRATOR_URL，必要时先运行迁移（prepare）。' +
      '\nThis is no Lianxi database, or its migrations are missing: check MIGRATOR_URL, run prepare first.',
  ],
  [
    /^42501$/,
    '此用户权限不足：请使用库表所有者 migrator 的地址（MIGRATOR_URL）。' +
      '\nThis role may not do that: use the address of the tables’ owner, migrator (MIGRATOR_URL).',
  ],
  [/^53100$/, '数据库所在磁盘已满，一切保持原样。\nThe database’s disk is full; everything is as it was.'],
]

/** Runs work on a database somebody named; a wrong address, user or database becomes a sentence, bugs keep their stack. */
export async function explainingDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    throw new Refusal(sentence, { cause: error })
  }
}

function sentenceOf(error: unknown): string | undefined {
  const coded = Coded.safeParse(error)
  if (!coded.success) return undefined
  return SENTENCES.find(([code]) => code.test(coded.data.code))?.[1]
}

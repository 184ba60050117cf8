import { createPrisma } from '@lianxi/db/client'
import { createAdmin } from '@lianxi/db/people/create-admin'
import { hashPassword } from '@lianxi/db/people/password'
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { say } from '../progress'
import { Refusal } from '../refusal'
import { webDatabaseUrl } from './web-database'

const Arguments = z.object({
  user: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{2,31}$/,
      'lower-case letters, digits and hyphens, 3 to 32 of them, beginning with a letter',
    ),
  name: z.string().trim().min(1).max(40),
})

const USAGE = 'npm run admin:create -- --user NAME --name 姓名'

function readArguments(): z.infer<typeof Arguments> {
  const { values } = parseArgs({
    strict: false,
    args: process.argv.slice(3),
    options: { user: { type: 'string' }, name: { type: 'string' } },
  })
  const parsed = Arguments.safeParse(values)
  if (parsed.success) return parsed.data
  throw new Refusal(`${z.prettifyError(parsed.error)}\n${USAGE}`)
}

/**
 * Makes an administrator with a random password, said once on this terminal and stored only as a hash. A password
 * given as an argument would stay in the shell's history and the process list.
 */
export async function adminCreate(): Promise<void> {
  const admin = readArguments()
  const password = randomBytes(15).toString('base64url')
  const prisma = createPrisma(webDatabaseUrl(), { max: 1, applicationName: 'lianxi-admin-create' })
  try {
    const made = await createAdmin(prisma, hashPassword, { username: admin.user, name: admin.name, password })
    if (!made.ok)
      throw new Refusal(
        `无法创建管理员 ${admin.user}（${made.code}）。\nThe administrator was not created: ${made.code}.`,
      )
  } finally {
    await prisma.$disconnect()
  }
  say(
    `管理员 administrator: ${admin.user}\n初始密码 password: ${password}\n请立即登录并修改密码 · sign in and change it now`,
  )
}

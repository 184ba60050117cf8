import type { Database } from '../client'
import { auditInTx, createAccountInTx, type Done, type Refused } from './accounts'

/** The body of the people who run the system; it is of no zone and reports nothing. */
export const SYSTEM_BODY = { body: 'SYSTEM', bodyName: '系统管理' } as const

/**
 * The first administrator of a system, made by a command on the machine, never by a default password.
 * @param hash hashes the password (`hashPassword` of ./password)
 */
export async function createAdmin(
  prisma: Database,
  hash: (password: string) => Promise<string>,
  admin: { username: string; name: string; password: string },
): Promise<Done | Refused> {
  const passwordHash = await hash(admin.password)
  const membership = { zone: null, ...SYSTEM_BODY, region: null, role: 'admin' as const }
  return prisma.$transaction(async (tx) => {
    const { username, name } = admin
    const made = await createAccountInTx(tx, { username, name, phone: null, passwordHash, memberships: [membership] })
    if (made.ok) await auditInTx(tx, { id: null, name: '命令行' }, 'admin.create', made.id, { username })
    return made
  })
}

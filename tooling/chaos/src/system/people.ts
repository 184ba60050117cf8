import { createPrisma } from '@lianxi/db/client'
import { createAccountInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
import { bodyOf, REGIONS, ZONE } from '../plan/world'

const ROLES = ['reporter', 'approver'] as const

export const userOf = (region: string, role: (typeof ROLES)[number]): string => `r${region}-${role}`

/** Two people an office: nobody approves his own report. */
export async function makePeople(migratorUrl: string, password: string): Promise<void> {
  const prisma = createPrisma(migratorUrl, { max: 2, applicationName: 'lianxi-chaos' })
  try {
    const passwordHash = await hashPassword(password)
    for (const { code, name } of REGIONS) {
      for (const role of ROLES) {
        const username = userOf(code, role)
        const membership = { zone: ZONE, body: bodyOf(code), bodyName: `${name}发展和改革局`, region: code, role }
        const made = await prisma.$transaction((tx) =>
          createAccountInTx(tx, { username, name: username, phone: null, passwordHash, memberships: [membership] }),
        )
        if (!made.ok) throw new Error(`account ${username}: ${made.code}`)
      }
    }
  } finally {
    await prisma.$disconnect()
  }
}

import { createPrisma } from '@lianxi/db/client'
import { createAccountInTx } from '@lianxi/db/people/accounts'
import { hashPassword } from '@lianxi/db/people/password'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../people'

/** Makes the demo accounts that do not exist yet; what an administrator changed on the others stays. */
export async function seedAccounts(url: string): Promise<number> {
  const prisma = createPrisma(url, { max: 2, applicationName: 'lianxi-demo' })
  try {
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    let made = 0
    for (const { id, username, name, memberships } of DEMO_ACCOUNTS) {
      const outcome = await prisma.$transaction((tx) =>
        createAccountInTx(tx, { id, username, name, phone: null, passwordHash, memberships }),
      )
      if (outcome.ok) made += 1
      else if (outcome.code !== 'username-taken') throw new Error(`account ${username}: ${outcome.code}`)
    }
    return made
  } finally {
    await prisma.$disconnect()
  }
}

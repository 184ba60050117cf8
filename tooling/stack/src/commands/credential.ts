import { requestIssueInTx, requestRevokeInTx } from '@lianxi/db/broker/request-credential'
import { createPrisma, type Database } from '@lianxi/db/client'
import { auditInTx, type Actor, type Done, type Refused } from '@lianxi/db/people/accounts'
import { readCredentials } from '@lianxi/db/readers/admin/channels'
import { refuse } from '@lianxi/domain/report/refusal'
import { RegionCode } from '@lianxi/schema/codes'
import { newKafkaPassword, scramVerifier } from '@lianxi/schema/scram'
import { CREDENTIAL_STATE_LABELS, type CredentialView } from '@lianxi/schema/views/channels'
import { Slot } from '@lianxi/schema/vocabulary'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { environment } from '../env'
import { say } from '../progress'
import { Refusal } from '../refusal'
import { updateStack } from '../stack-file'
import { waitFor } from '../wait-for'
import { webDatabaseUrl } from './web-database'

const Arguments = z.object({
  verb: z.enum(['list', 'issue', 'rotate', 'revoke']),
  region: RegionCode,
  slot: Slot.optional(),
  reason: z.string().trim().min(1).max(500).optional(),
})
type Arguments = z.infer<typeof Arguments>
const USAGE = 'npm run credential -- list|issue|rotate|revoke --region 510403 [--slot a|b] [--reason 原因]'
const ACTOR: Actor = { id: null, name: '命令行' }
/** The worker looks every second and is woken besides. */
const EXECUTED_MS = 30_000

function readArguments(): Arguments {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    args: process.argv.slice(3),
    options: { region: { type: 'string' }, slot: { type: 'string' }, reason: { type: 'string' } },
  })
  const parsed = Arguments.safeParse({ verb: positionals[0], ...values })
  if (parsed.success) return parsed.data
  throw new Refusal(`${z.prettifyError(parsed.error)}\n${USAGE}`)
}

/** A region's credentials, by the same rows and the same worker as the administrator's page; nobody is stopped. */
export async function credential(): Promise<void> {
  const given = readArguments()
  const prisma = createPrisma(webDatabaseUrl(), { max: 1, applicationName: 'lianxi-credential' })
  try {
    await run(prisma, given)
  } finally {
    await prisma.$disconnect()
  }
}

async function run(prisma: Database, given: Arguments): Promise<void> {
  const credentials = await readCredentials(prisma, given.region)
  switch (given.verb) {
    case 'list':
      return list(credentials)
    case 'issue':
      return issue(prisma, given.region, given.slot ?? freeSlot(credentials) ?? 'a', false)
    case 'rotate':
      return rotate(prisma, given, credentials)
    case 'revoke':
      return revoke(prisma, given)
    default:
      return given.verb satisfies never
  }
}

const freeSlot = (credentials: readonly CredentialView[]): Slot | undefined =>
  credentials.find(({ state }) => state === 'none' || state === 'revoked')?.slot

function list(credentials: readonly CredentialView[]): void {
  for (const { user, state, last } of credentials)
    say(
      `${user}  ${CREDENTIAL_STATE_LABELS[state]}  ${last === null ? '' : `${last.finishedAt ?? last.at} ${last.by}`}`,
    )
}

/** The new one beside the old one: both work until the old one is revoked, so nothing is refused in between. */
async function rotate(prisma: Database, { region, slot }: Arguments, credentials: readonly CredentialView[]) {
  if (slot !== undefined) return issue(prisma, region, slot, true)
  const free = freeSlot(credentials)
  if (free === undefined)
    throw new Refusal(
      `${region} 的两个凭据都在用：先吊销对方已不用的一个，或用 --slot 指定更换哪一个的口令（旧口令立即失效）。` +
        `\nBoth credentials are in use: revoke the idle one first, or name the one to replace with --slot.`,
    )
  await issue(prisma, region, free, false)
  const old = free === 'a' ? 'b' : 'a'
  say(`对方换用后再吊销旧的 · once they have moved over: npm run credential -- revoke --region ${region} --slot ${old}`)
}

async function issue(prisma: Database, region: string, slot: Slot, replace: boolean): Promise<void> {
  const password = newKafkaPassword()
  const verifier = await scramVerifier(password)
  const user = await ask(prisma, 'credential.issue', (tx) =>
    requestIssueInTx(tx, { region, slot, replace }, verifier, ACTOR),
  )
  say(`用户 user: ${user}\n口令 password: ${password}\n口令只显示这一次 · said only this once`)
  await untilExecuted(prisma, region, slot)
  noteInStack(user, password)
}

async function revoke(prisma: Database, { region, slot, reason }: Arguments): Promise<void> {
  if (slot === undefined) throw new Refusal(`请用 --slot 指明吊销哪一个。\nSay which one with --slot.\n${USAGE}`)
  const user = await ask(prisma, 'credential.revoke', (tx) =>
    requestRevokeInTx(tx, { region, slot, reason: reason ?? '命令行吊销' }, ACTOR),
  )
  await untilExecuted(prisma, region, slot)
  noteInStack(user, undefined)
}

type Ask = (tx: Parameters<typeof requestRevokeInTx>[0]) => Promise<Done | Refused>

async function ask(prisma: Database, action: string, request: Ask): Promise<string> {
  const asked = await prisma.$transaction(async (tx) => {
    const done = await request(tx)
    if (done.ok) await auditInTx(tx, ACTOR, action, done.id, {})
    return done
  })
  if (!asked.ok) throw new Refusal(`${refuse(asked.code).message}\nNot asked for: ${asked.code}.`)
  return asked.id
}

async function untilExecuted(prisma: Database, region: string, slot: Slot): Promise<void> {
  const executed = await waitFor(
    async () => {
      const known = (await readCredentials(prisma, region)).find((one) => one.slot === slot)
      return known?.last?.finishedAt ? known : undefined
    },
    { timeoutMs: EXECUTED_MS },
  )
  if (executed === undefined)
    throw new Refusal(
      `已申请，但工作进程还没有办理：请确认它在运行，并且设置了 KAFKA_ADMIN_PASSWORD；办理后即生效。` +
        `\nAsked for; no worker with the part admin has done it yet.`,
    )
  const failure = executed.last?.failure
  if (failure) throw new Refusal(`消息服务拒绝：${failure}\nThe broker refused: ${failure}`)
  say(`${executed.user} ${CREDENTIAL_STATE_LABELS[executed.state]}`)
}

/** The local stack's file goes on telling the truth about the users it lists. */
function noteInStack(user: string, password: string | undefined): void {
  if (environment.DATABASE_URL !== undefined) return
  updateStack(({ kafka, local }) => {
    for (const users of [kafka?.users, local.kafkaPasswords]) {
      if (users === undefined) continue
      if (password === undefined) delete users[user]
      else users[user] = password
    }
  })
}

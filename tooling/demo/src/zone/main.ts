import { createPrisma } from '@lianxi/db/client'
import { environment } from '@lianxi/stack/env'
import { webDatabaseUrl } from '@lianxi/stack/commands/web-database'
import { DEMO_PASSWORD } from '../people'
import { switchOnZone } from './switch-on'
import { zoneOffices } from './zone-offices'

/** `npm run demo:zone -- Z-CN`: switches a second zone on in the running demo. */
const zone = process.argv[2] ?? ''
const offices = zoneOffices(zone)
const say = (line: string) => void process.stdout.write(`${line}\n`)

if (environment.LIANXI_MODE === 'production' || offices === undefined) {
  process.stderr.write(
    offices === undefined
      ? '用法 · usage: npm run demo:zone -- Z-CN（资料中的经济区代码 · a zone of the catalogue）\n'
      : '正式系统不使用演示账号：请在“通道与凭据”登记行政区，在“账号”建立账号。\nNo demo accounts in production.\n',
  )
  process.exitCode = 1
} else {
  const prisma = createPrisma(webDatabaseUrl(), { max: 1, applicationName: 'lianxi-demo-zone' })
  try {
    const made = await switchOnZone(prisma, offices)
    say(`${zone}：新登记行政区 ${made.regions} 个，账号 ${made.accounts} 个；主题和权限由工作进程随即办理。`)
    for (const { username, memberships } of offices.accounts) say(`  ${username}  ${memberships[0]?.bodyName ?? ''}`)
    say(`密码 password: ${DEMO_PASSWORD}`)
  } finally {
    await prisma.$disconnect()
  }
}

import { environment } from './env'
import { seedDemo } from './seed/seed-demo'

const began = Date.now()
const say = (line: string) => void process.stdout.write(`演示数据 ${line}\n`)
try {
  const seeded = await seedDemo({ url: environment.MIGRATOR_URL, mode: environment.LIANXI_MODE, say })
  say(seeded ? `完成（${((Date.now() - began) / 1000).toFixed(1)} 秒）` : '已有，无需重复写入')
} catch (error) {
  process.stderr.write(`演示数据写入失败：${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

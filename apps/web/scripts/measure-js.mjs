/**
 * First-load JavaScript of pages of the production build, as a browser counts it: gzip sizes of all script files that
 * a page's HTML names. `node scripts/measure-js.mjs http://localhost:3000 [user] [password]` against a running web.
 */
import { gzipSync } from 'node:zlib'

const [, , base = 'http://localhost:3000', password = 'lianxi-demo-2025'] = process.argv
const PAGES = [
  { name: 'login', user: null, path: '/login', limit: 230 },
  { name: 'board', user: 'mishuchu', path: '/board', limit: 160 },
  { name: 'board/targets', user: 'mishuchu', path: '/board/targets', limit: 160 },
  { name: 'board/projects', user: 'mishuchu', path: '/board/projects', limit: 160 },
  { name: 'board/targets/[code]', user: 'mishuchu', path: '/board/targets/DQ-145-T021', limit: 160 },
  { name: 'office (list)', user: 'xiqu-tb', path: '/office', limit: 230 },
  { name: 'office (form)', user: 'xiqu-tb', path: '/office?subject=XQ-CY-P120&at=2025Q3', limit: 230 },
  { name: 'review', user: 'xiqu-sh', path: '/review', limit: 230 },
  { name: 'admin', user: 'admin', path: '/admin', limit: 230 },
]

async function signIn(user) {
  const answer = await fetch(`${base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: user, password }),
  })
  if (!answer.ok) throw new Error(`${user}: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const cookies = new Map()
const sizes = new Map()
let over = false
for (const { name, user, path, limit } of PAGES) {
  if (user !== null && !cookies.has(user)) cookies.set(user, await signIn(user))
  const html = await (await fetch(base + path, { headers: { cookie: cookies.get(user) ?? '' } })).text()
  const scripts = [...html.matchAll(/<script([^>]*)src="([^"]+\.js[^"]*)"([^>]*)>/g)]
  // `noModule` polyfills are for browsers that this product does not serve; none of ours loads them.
  const files = [...new Set(scripts.filter(([tag]) => !/nomodule/i.test(tag)).map(([, , source]) => source))]
  let total = 0
  for (const file of files) {
    if (!sizes.has(file))
      sizes.set(file, gzipSync(Buffer.from(await (await fetch(base + file)).arrayBuffer()), { level: 9 }).length)
    total += sizes.get(file)
  }
  const kilobytes = total / 1000
  over ||= kilobytes > limit
  console.log(
    `${name.padEnd(22)} ${kilobytes.toFixed(1).padStart(6)} KB gzip in ${String(files.length).padStart(2)} files  (≤ ${limit})`,
  )
}
if (over) process.exitCode = 1

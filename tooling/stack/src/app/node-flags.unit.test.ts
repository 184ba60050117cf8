import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { WEB_FLAGS, WORKER_FLAGS } from './node-flags'

const DOCKERFILE = readFileSync(new URL('../../../../infra/images/Dockerfile', import.meta.url), 'utf8')

/** What the last CMD of a stage starts. */
function commandOf(stage: string): string[] {
  const [, text = ''] = DOCKERFILE.split(new RegExp(`^FROM \\S+ AS ${stage}$`, 'm'))
  const [own = ''] = text.split(/^FROM /m)
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(own) ?? []
  return z.array(z.string()).parse(JSON.parse(command))
}

test.each([
  { stage: 'web', flags: WEB_FLAGS, entry: 'apps/web/server.js' },
  { stage: 'worker', flags: WORKER_FLAGS, entry: 'dist/main.js' },
])('the image of the $stage starts with the flags that are measured', ({ stage, flags, entry }) => {
  expect(commandOf(stage)).toEqual(['node', ...flags, entry])
})

import { expect, it } from 'vitest'
import { soon } from './soon'

function deferred() {
  const settle: { resolve: (value: string) => void; reject: (error: Error) => void }[] = []
  const promise = new Promise<string>((resolve, reject) => settle.push({ resolve, reject }))
  return { promise, settle }
}

it('gives what is there at once', async () => {
  expect(await soon(Promise.resolve('changed'))).toEqual({ now: 'changed' })
})

it('gives nothing, but no fault, where it could not be read', async () => {
  expect(await soon(Promise.reject(new Error('time limit')))).toEqual({ now: null })
})

it('promises what takes longer, and nothing where that cannot be read in the end', async () => {
  const late = deferred()
  const failing = deferred()
  const [answer, failed] = await Promise.all([soon(late.promise), soon(failing.promise)])
  late.settle.forEach(({ resolve }) => resolve('changed'))
  failing.settle.forEach(({ reject }) => reject(new Error('time limit')))
  expect('later' in answer && (await answer.later)).toBe('changed')
  expect('later' in failed && (await failed.later)).toBe(null)
})

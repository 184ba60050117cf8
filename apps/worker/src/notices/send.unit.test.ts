import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Delivery } from '@lianxi/db/notice/deliver'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createHookSender, signatureOf } from './hook'
import { createMailer } from './mail'

const closings: (() => void)[] = []
afterEach(() => {
  for (const close of closings.splice(0)) close()
})

const notice = {
  ...{
    id: '7',
    noticeId: 'n-1',
    attempts: 1,
    kind: 'extended',
    body: '510403-FGJ',
    at: new Date('2025-10-12T10:00:00Z'),
  },
  ...{ text: '2025年三季度全部事项延期至2025-10-20 18:00。原因：数据推迟发布', href: '/office?period=2025Q3' },
}

describe('mail', () => {
  type Taken = { to: string[]; text: string }
  async function smtp(refuse = false): Promise<{ url: string; taken: Taken[] }> {
    const taken: Taken[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(refuse ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          taken.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            text: Buffer.concat(chunks).toString(),
          })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closings.push(() => server.close())
    const { port } = server.server.address() as AddressInfo
    return { url: `smtp://127.0.0.1:${port}`, taken }
  }
  const delivery: Extract<Delivery, { channel: 'mail' }> = { ...notice, channel: 'mail', target: 'wang@example.org' }
  const mailer = (url: string) =>
    createMailer({ url, from: '联席 <no-reply@example.org>', publicUrl: 'https://lianxi.example.org' })

  it('goes out over a real SMTP server with what happened and where to deal with it', async () => {
    const { url, taken } = await smtp()
    expect(await mailer(url)(delivery)).toEqual({ kind: 'delivered' })
    expect(taken[0]?.to).toEqual(['wang@example.org'])
    expect(taken[0]?.text).toContain('Message-ID: <notice-7@lianxi>')
    const words =
      taken[0]?.text
        .split(/\r?\n\r?\n/)
        .slice(1)
        .join('') ?? ''
    const text = Buffer.from(words.replace(/\s/g, ''), 'base64').toString()
    expect(text).toContain('https://lianxi.example.org/office?period=2025Q3')
  })

  it('is given up when the server says so, and tried again when it cannot be reached', async () => {
    const { url } = await smtp(true)
    expect(await mailer(url)(delivery)).toMatchObject({ kind: 'refused' })
    expect(await mailer('smtp://127.0.0.1:1')(delivery)).toMatchObject({ kind: 'failed' })
  })
})

describe('a hook', () => {
  type Call = { headers: IncomingMessage['headers']; body: string }
  async function hook(status: number): Promise<{ port: number; calls: Call[] }> {
    const calls: Call[] = []
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
        response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closings.push(() => server.close())
    return { port: (server.address() as AddressInfo).port, calls }
  }
  const to = (url: string): Extract<Delivery, { channel: 'hook' }> => ({
    ...notice,
    channel: 'hook',
    url,
    secret: 's3',
  })
  const open = createHookSender({ networks: ['127.0.0.0/8', '::1/128'], plain: true })

  it('gets the notice signed with its secret, the moment and an id that stays the same', async () => {
    const { port, calls } = await hook(204)
    expect(await open(to(`http://127.0.0.1:${port}/in`))).toEqual({ kind: 'delivered' })
    const [call] = calls
    if (call === undefined) throw new Error('nothing came')
    const timestamp = String(call.headers['x-lianxi-timestamp'])
    expect(call.headers['x-lianxi-signature']).toBe(signatureOf('s3', timestamp, call.body))
    expect(signatureOf('other', timestamp, call.body)).not.toBe(signatureOf('s3', timestamp, call.body))
    expect(JSON.parse(call.body)).toMatchObject({ id: '7', kind: 'extended', body: '510403-FGJ' })
    expect(call.headers['x-lianxi-delivery']).toBe('7')
  })

  it('is tried again after an error and a redirect, which is not followed, and given up when gone', async () => {
    expect(await open(to(`http://127.0.0.1:${(await hook(500)).port}/`))).toEqual({
      kind: 'failed',
      error: 'answered 500',
    })
    expect(await open(to(`http://127.0.0.1:${(await hook(302)).port}/`))).toEqual({
      kind: 'failed',
      error: 'answered 302',
    })
    expect(await open(to(`http://127.0.0.1:${(await hook(410)).port}/`))).toMatchObject({ kind: 'refused' })
  })

  it('reaches no closed network, by number or by name, and no plain http in production', async () => {
    const { port, calls } = await hook(204)
    const closed = createHookSender({ networks: [], plain: true })
    const production = createHookSender({ networks: ['127.0.0.0/8'], plain: false })
    expect(await closed(to(`http://127.0.0.1:${port}/`))).toMatchObject({ kind: 'refused' })
    expect(await closed(to(`http://[::ffff:127.0.0.1]:${port}/`))).toMatchObject({ kind: 'refused' })
    expect(await closed(to(`http://localhost:${port}/`))).toMatchObject({ kind: 'failed' })
    expect(await production(to(`http://127.0.0.1:${port}/`))).toMatchObject({ kind: 'refused' })
    expect(calls).toEqual([])
  })
})

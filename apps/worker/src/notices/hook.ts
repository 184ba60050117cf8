import { createHmac } from 'node:crypto'
import { lookup, type LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Delivery, Outcome } from '@lianxi/db/notice/deliver'
import { reachable } from './addresses'

/** `networks`: private networks hooks may reach; `plain`: http too, never in production. */
export type Hooking = { networks: readonly string[]; plain: boolean }

const TIMEOUT_MS = 10_000

/** `v1=` HMAC-SHA256 over the moment and the body: who knows the secret can tell that it is ours and of now. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/**
 * Posts notices to an office's own messenger. The address is checked when the connection is made, so a name that
 * changes its address in between gains nothing; redirects are not followed.
 */
export function createHookSender({ networks, plain }: Hooking) {
  const mayReach = reachable(networks)
  const lookUp: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const closed = error ?? refusalOf(addresses, mayReach)
      if (closed !== null) return callback(closed, '')
      if (options.all === true) return callback(null, addresses)
      const [first] = addresses
      callback(null, first?.address ?? '', first?.family)
    })
  }
  return (delivery: Extract<Delivery, { channel: 'hook' }>): Promise<Outcome> => {
    const url = new URL(delivery.url)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (url.protocol !== 'https:' && !(plain && url.protocol === 'http:')) return refuse('only https is allowed')
    if (isIP(host) !== 0 && !mayReach(host)) return refuse('the address is in a closed network')
    return post(url, lookUp, delivery)
  }
}

const refuse = (error: string): Promise<Outcome> => Promise.resolve({ kind: 'refused', error })

function refusalOf(addresses: readonly LookupAddress[], mayReach: (address: string) => boolean): Error | null {
  return addresses.length > 0 && addresses.every(({ address }) => mayReach(address))
    ? null
    : new Error('the name leads into a closed network')
}

function post(url: URL, lookUp: LookupFunction, delivery: Extract<Delivery, { channel: 'hook' }>): Promise<Outcome> {
  const { id, noticeId, kind, body: office, text, href, at, secret } = delivery
  const body = JSON.stringify({ id, notice: noticeId, kind, body: office, text, href, at: at.toISOString() })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...{ 'x-lianxi-delivery': id, 'x-lianxi-timestamp': timestamp },
    'x-lianxi-signature': signatureOf(secret, timestamp, body),
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ kind: 'failed', error: error.message })
    const call = request(url, { method: 'POST', headers, lookup: lookUp, signal }, (response) => {
      response.on('error', failed)
      response.resume() // what is answered is not read
      const status = response.statusCode ?? 0
      if (status >= 200 && status < 300) return resolve({ kind: 'delivered' })
      resolve({ kind: status === 410 ? 'refused' : 'failed', error: `answered ${status}` })
    })
    call.on('error', failed)
    call.end(body)
  })
}

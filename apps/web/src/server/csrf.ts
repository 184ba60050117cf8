/**
 * Why a request that changes something is not ours, or undefined. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, else `Origin`); a form of another site can send neither JSON nor our headers.
 */
export function findForgery(
  request: Request,
  publicUrl: string,
  wanted = 'application/json',
): 'content-type' | 'origin' | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== wanted) return 'content-type'
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none' ? undefined : 'origin'
  const origin = request.headers.get('origin')
  if (origin === null) return undefined
  const host = request.headers.get('host')
  const known = origin === new URL(publicUrl).origin || hostOf(origin) === host
  return known ? undefined : 'origin'
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

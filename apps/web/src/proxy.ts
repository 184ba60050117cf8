import { type NextRequest, NextResponse } from 'next/server'
import { ZoneCode } from '@lianxi/schema/codes'
import { ZONE_COOKIE } from './features/session/chosen-zone'

/** Scripts run only with this request's nonce; styles may be inline (charts drawn on the server carry them). */
function policyOf(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The zone that the address names; the public pages remember nothing of anybody. */
function zoneIn({ nextUrl }: NextRequest): string | undefined {
  if (nextUrl.pathname.startsWith('/public')) return undefined
  return ZoneCode.safeParse(nextUrl.searchParams.get('zone')).data
}

/**
 * Gives every page a nonce; Next finds it in the request's policy and puts it on its scripts. A zone in the address holds
 * for this page and for those after it, until another is named or the browser is closed.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  // Replaced at build time, as everywhere in Next.
  // oxlint-disable-next-line node/no-process-env
  const policy = policyOf(nonce, process.env.NODE_ENV === 'development')
  const zone = zoneIn(request)
  if (zone !== undefined) request.cookies.set(ZONE_COOKIE, zone)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (zone !== undefined) response.cookies.set(ZONE_COOKIE, zone, { httpOnly: true, sameSite: 'lax', path: '/' })
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
}

import { gzipSync } from 'node:zlib'
import type { HttpSession } from './http-session'

export type FirstLoad = { page: string; files: number; gzipBytes: number; rawBytes: number }

/** Script files a page's HTML asks a browser for; `nomodule` is for browsers we do not serve. */
export function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
  const modern = tags.filter(([tag]) => !/\bnomodule\b/i.test(tag)).map(([, src]) => src ?? '')
  const preloaded = [...html.matchAll(/<link\b[^>]*\bas="script"[^>]*>/g)].map(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1],
  )
  return [...new Set([...modern, ...preloaded.filter((href) => href !== undefined)])].filter((src) => src !== '')
}

/** JavaScript a first visit of the page loads, each file compressed on its own as the server does. */
export async function firstLoadJs(session: HttpSession, page: string, path: string): Promise<FirstLoad> {
  const scripts = scriptsOf(await session.page(path))
  const bodies = await Promise.all(
    scripts.map(async (src) =>
      Buffer.from(await (await fetch(new URL(src.replaceAll('&amp;', '&'), session.url))).arrayBuffer()),
    ),
  )
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0)
  return {
    page,
    files: scripts.length,
    gzipBytes: sum(bodies.map((body) => gzipSync(body).length)),
    rawBytes: sum(bodies.map((body) => body.length)),
  }
}

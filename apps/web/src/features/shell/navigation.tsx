'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { menuHref } from '@/features/board/menu-href'
import type { NavLink } from '@/features/session/home'
import s from './shell.module.css'

/** The longest link that the address starts with is where we are. */
export function Navigation({ links }: { links: NavLink[] }) {
  const pathname = usePathname()
  const query = useSearchParams()
  const here = links
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return (
    <nav className={`${s.nav ?? ''} no-print`} aria-label="主导航">
      {links.map(({ href, label }) => (
        <Link
          key={href}
          href={menuHref(href, pathname, query)}
          prefetch={false}
          aria-current={here?.href === href ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

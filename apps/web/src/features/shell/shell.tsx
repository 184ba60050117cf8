import Link from 'next/link'
import type { SessionView } from '@lianxi/schema/views/session'
import { role as roles } from '@lianxi/schema/vocabulary'
import { homeOf, navigationOf } from '@/features/session/home'
import { address } from '@/features/session/search'
import { LeftTexts } from '@/features/draft/left-texts'
import { OfPerson } from '@/features/draft/person'
import { SoftLinks } from '@/features/drawn/soft-links'
import { minuteOf } from '@/features/ui/format'
import { Navigation } from './navigation'
import { Offline } from './offline'
import s from './shell.module.css'
import { SignOut } from './sign-out'
import { Unfolding } from './unfolding'

/** 演示数据 stands on every page of a demo, on paper too. */
function DemoBar({ session }: { session: SessionView }) {
  if (session.mode !== 'demo') return null
  return (
    <aside className={s.demo} aria-label="演示说明">
      演示数据 · 演示时钟 {minuteOf(session.now)}
    </aside>
  )
}

/** Where somebody is in several zones: which one the pages are about, and the way to each other. */
function Zones({ session: { zones, memberships } }: { session: SessionView }) {
  const [here, ...others] = zones
  if (here === undefined || others.length === 0) return null
  return (
    <nav className="nowrap" aria-label="经济区">
      {here.name}
      {others.map(({ code, name }) => (
        // Loaded anew: the frame says the zone too.
        <a
          key={code}
          href={address(homeOf({ memberships: memberships.filter(({ zone }) => zone === code) }), { zone: code })}
        >
          转到{name}
        </a>
      ))}
    </nav>
  )
}

function Who({ session }: { session: SessionView }) {
  if (session.user === null) {
    return (
      <div className={`${s.who ?? ''} no-print`}>
        <Link href="/public" prefetch={false}>
          公开信息
        </Link>
        <Link href="/login" prefetch={false}>
          登录
        </Link>
      </div>
    )
  }
  const first = session.memberships[0]
  return (
    <div className={`${s.who ?? ''} no-print`}>
      <Link href="/notices" prefetch={false}>
        通知{session.unread > 0 ? <b> {session.unread} 条未读</b> : null}
      </Link>
      {first === undefined ? null : (
        <span className={s.body} title={`${first.bodyName} · ${roles.labels[first.role]}`}>
          {first.bodyName} · {roles.labels[first.role]}
        </span>
      )}
      <Zones session={session} />
      <span className="nowrap">
        <Link href="/account" prefetch={false} title="修改密码">
          {session.user.name}
        </Link>
      </span>
      <SignOut />
    </div>
  )
}

/** Frame of every page: skip link, brand, navigation by role, demo bar, main. */
export function Shell({ session, children }: { session: SessionView; children: React.ReactNode }) {
  const links = session.user === null ? [] : navigationOf(session)
  return (
    <>
      <a className={`${s.skip ?? ''} no-print`} href="#main">
        跳到正文
      </a>
      <header className={s.top}>
        <span className={s.brand}>
          联席<small>目标与项目进展</small>
        </span>
        {links.length === 0 ? null : <Navigation links={links} />}
        <Who session={session} />
      </header>
      <DemoBar session={session} />
      <main id="main" className={s.main} tabIndex={-1}>
        <OfPerson id={session.user?.id ?? ''}>
          <LeftTexts />
          {children}
        </OfPerson>
      </main>
      <Offline />
      <SoftLinks />
      <Unfolding />
      <footer className={`${s.foot ?? ''} no-print`}>
        本系统为非涉密系统，不得存储、处理、传输国家秘密和工作秘密。
      </footer>
    </>
  )
}

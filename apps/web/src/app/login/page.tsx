import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { role as roles } from '@lianxi/schema/vocabulary'
import { LoginForm } from '@/features/login/login-form'
import s from '@/features/login/login.module.css'
import { safeNext } from '@/features/session/home'
import { readQuery, type SearchParams } from '@/features/session/search'
import { getSession } from '@/features/session/viewer'
import { Notice, PageHead } from '@/features/shell/page-head'
import { serverCaller } from '@/server/caller'

export const metadata: Metadata = { title: '登录' }

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const query = await readQuery(searchParams)
  const next = safeNext(query['next'])
  const session = await getSession()
  if (session.user !== null) redirect(next)
  const demo = await (await serverCaller()).session.demoAccounts()
  return (
    <>
      <PageHead title="登录" note={<p className="note">经济区联席会议目标与项目进展：填报、审核、总览</p>} />
      <div className={s.box}>
        <p className={s.rule}>本系统为非涉密系统，严禁填报、上传国家秘密和工作秘密。</p>
        {next === '/' ? null : <Notice>登录后回到刚才的页面；填报表单中未送出的内容保存在本机，不会丢失。</Notice>}
        <LoginForm
          next={next}
          demo={demo.map(({ username, bodyName, role }) => ({
            username,
            label: `${bodyName} · ${roles.labels[role]}`,
          }))}
        />
      </div>
    </>
  )
}

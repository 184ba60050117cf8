import type { Metadata } from 'next'
import { ChangePasswordForm } from '@/features/account/change-password-form'
import { NoticeEmailForm } from '@/features/account/notice-email-form'
import { getViewer } from '@/features/session/viewer'
import { Notice, PageHead } from '@/features/shell/page-head'

export const metadata: Metadata = { title: '修改密码' }

export default async function Page() {
  const { mode, user, noticeEmail } = await getViewer('/account')
  return (
    <>
      <PageHead
        title="修改密码"
        note={
          <p className="note">
            {user.name}（用户名 {user.username}）
          </p>
        }
      />
      <Notice>
        {mode === 'demo'
          ? '演示账号的密码是公开的；修改后，登录页所列密码对这个账号不再有效。'
          : '现用密码如由系统管理员设置或重设，请立即修改：密码只有本人知道，填报、审核才能确认由本人办理。'}
      </Notice>
      <ChangePasswordForm username={user.username} />
      <NoticeEmailForm email={noticeEmail} />
    </>
  )
}

'use client'

import s from '@/features/shell/shell.module.css'

/** A fault of ours: nothing typed is lost (the forms keep it in the browser), so trying again is safe. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className={s.empty} role="alert">
      <h1>页面没能打开</h1>
      <p>系统暂时出了问题，已记录。填报表单中未送出的内容仍保存在本机浏览器。</p>
      {error.digest === undefined ? null : <p>故障编号 {error.digest}（联系系统管理员时请提供）</p>}
      <p>
        <button type="button" onClick={reset}>
          再试一次
        </button>
      </p>
    </div>
  )
}

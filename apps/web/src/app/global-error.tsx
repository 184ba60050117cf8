'use client'

import './globals.css'

export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <main style={{ padding: 24 }}>
          <h1>系统暂时不可用</h1>
          <p>可能正在维护或重新启动。填报表单中未送出的内容仍保存在本机浏览器，请稍后再试。</p>
          <p>
            <button type="button" onClick={reset}>
              再试一次
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}

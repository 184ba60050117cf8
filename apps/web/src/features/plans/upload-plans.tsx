'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { DoneResult } from '@lianxi/schema/views/result'
import type { RegionName, ZoneName } from '@lianxi/schema/views/common'
import { importHref } from './links'

const FAILED: Record<number, string> = {
  401: '登录已失效，请重新登录后再上传。',
  403: '您没有上传规划的权限。',
}
const OUTAGE = '文件没有送达，请检查网络后重试；文件仍在您的电脑上。'

async function send(file: File, zone: string, region: string | null): Promise<DoneResult | string> {
  const asked = new URLSearchParams({ zone, name: file.name, ...(region !== null && { region }) })
  try {
    const answer = await fetch(`/api/plans/upload?${asked.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    return answer.ok ? DoneResult.parse(await answer.json()) : (FAILED[answer.status] ?? OUTAGE)
  } catch {
    return OUTAGE
  }
}

/** Chooses a workbook and goes to its preview; nothing is imported yet. */
export function UploadPlans({ zone, region }: { zone: ZoneName; region: RegionName | null }) {
  const id = useId()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const upload = async (file: File | undefined) => {
    if (file === undefined) return
    setBusy(true)
    setSaid('正在读取文件……')
    const answer = await send(file, zone.code, region?.code ?? null)
    setBusy(false)
    if (typeof answer === 'string') return setSaid(answer)
    if (!answer.ok) return setSaid(answer.refusal.message)
    setSaid('')
    router.push(importHref(answer.id, zone.code))
  }
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={id}>上传{region?.name ?? zone.name}规划（.xlsx）</label>
      <input
        id={id}
        type="file"
        accept=".xlsx"
        disabled={busy}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          void upload(file)
          event.target.value = ''
        }}
      />
      <span role="status" className={busy ? '' : 'bad'}>
        {said}
      </span>
    </form>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { sendFile } from './send-file'

const FAILED: Record<number, string> = {
  401: '登录已失效，请重新登录后再上传。',
  403: '您没有上传这份文件的权限。',
}

/** `address` takes the file; `next` begins the preview's address, the stored file's number goes between it and `query`. */
type Props = { label: string; address: string; next: string; query: string }

/** Chooses a workbook and goes to its preview; nothing of it is saved as a fact yet. */
export function UploadFile({ label, address, next, query }: Props) {
  const id = useId()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const upload = async (file: File | undefined) => {
    if (file === undefined) return
    setBusy(true)
    setSaid('正在上传并读取文件……')
    const sent = await sendFile(file, `${address}&name=${encodeURIComponent(file.name)}`, FAILED)
    setBusy(false)
    if ('said' in sent) return setSaid(sent.said)
    setSaid('')
    router.push(`${next}${sent.id}${query}`)
  }
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={id}>{label}</label>
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

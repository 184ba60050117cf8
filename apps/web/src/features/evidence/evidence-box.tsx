'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import type { EvidenceView } from '@lianxi/schema/commands/evidence'
import type { ReportKey } from '@lianxi/schema/commands/report'
import { EVIDENCE_BYTES } from '@lianxi/schema/evidence-limits'
import { type Sent, sendFile } from '@/features/command/send-file'
import { api } from '@/features/live/client'
import { minuteOf } from '@/features/ui/format'
import s from './evidence.module.css'
import { EvidenceLink } from './evidence-links'

const FAILED: Record<number, string> = {
  401: '登录已失效，请重新登录后再上传；文件仍在您的电脑上。',
  403: '您没有上传佐证材料的权限。',
}
const TOO_LARGE = '每个佐证材料不超过 20 MB，请压缩图片或拆分后再上传。'

function send(file: File, { zone, subject, region, period }: ReportKey): Sent | Promise<Sent> {
  if (file.size > EVIDENCE_BYTES) return { said: TOO_LARGE }
  const asked = new URLSearchParams({ zone, subject, region, period, name: file.name })
  return sendFile(file, `/api/evidence?${asked.toString()}`, FAILED)
}

/** One after the other; what was refused is said by name, the others stand. */
function useEvidence(of: ReportKey) {
  const router = useRouter()
  const [busy, setBusy] = useState('')
  const [faults, setFaults] = useState<string[]>([])
  const upload = async (files: File[]) => {
    setFaults([])
    const found: string[] = []
    for (const file of files) {
      setBusy(`正在上传“${file.name}”……`)
      const sent = await send(file, of)
      if ('said' in sent) found.push(`${file.name}：${sent.said}`)
    }
    setBusy('')
    setFaults(found)
    router.refresh()
  }
  const remove = async (file: EvidenceView) => {
    setBusy(`正在移除“${file.name}”……`)
    const { zone, subject, region, period } = of
    try {
      const answer = await api.evidence.remove.mutate({ zone, subject, region, period, id: file.id })
      setFaults(answer.ok ? [] : [answer.refusal.message])
    } catch {
      setFaults(['没有移除，请检查网络后重试。'])
    }
    setBusy('')
    router.refresh()
  }
  return { busy, faults, upload, remove }
}

type Props = { of: ReportKey; files: EvidenceView[]; writable: boolean }

/** 佐证材料 of a report: what lies with it, and until the submission adding and removing. */
export function EvidenceBox({ of, files, writable }: Props) {
  const id = useId()
  const { busy, faults, upload, remove } = useEvidence(of)
  if (!writable && files.length === 0) return null
  return (
    <section className={s.box} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>佐证材料（{files.length}）</h3>
      <ul className={s.files}>
        {files.map((file) => (
          <li key={file.id}>
            <EvidenceLink of={of} file={file} />
            <small>
              {file.uploadedBy} {minuteOf(file.uploadedAt)}
            </small>
            {writable && !file.published ? (
              <button type="button" className="small" disabled={busy !== ''} onClick={() => void remove(file)}>
                移除<span className="hidden">{file.name}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {writable ? (
        <div className="no-print">
          <label htmlFor={id}>添加材料（PDF、图片、Office，每个不超过 20 MB）</label>{' '}
          <input
            id={id}
            type="file"
            multiple
            disabled={busy !== ''}
            aria-describedby={`${id}-note`}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])]
              event.target.value = ''
              void upload(chosen)
            }}
          />
          <p id={`${id}-note`} className="note">
            本系统为非涉密系统，不得上传标有秘密、机密、绝密的文件。
          </p>
        </div>
      ) : null}
      <p role="status">{busy}</p>
      <div role="alert">
        {faults.map((fault) => (
          <p key={fault} className="bad">
            {fault}
          </p>
        ))}
      </div>
    </section>
  )
}

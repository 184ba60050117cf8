import type { ReportKey } from '@lianxi/schema/commands/report'
import s from './evidence.module.css'

type Shown = { id: string; name: string; size: number }

const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

const evidenceHref = ({ zone, subject, region, period }: ReportKey, id: string): string =>
  `/api/evidence/${id}?${new URLSearchParams({ zone, subject, region, period }).toString()}`

export function EvidenceLink({ of, file }: { of: ReportKey; file: Shown }) {
  return (
    <>
      <a href={evidenceHref(of, file.id)} download={file.name}>
        {file.name}
      </a>{' '}
      <small>{sizeOf(file.size)}</small>
    </>
  )
}

/** Files that lie with a report, to be saved; nothing where there are none. */
export function EvidenceLinks({ of, files }: { of: ReportKey; files: readonly Shown[] }) {
  if (files.length === 0) return null
  return (
    <ul className={s.files} aria-label="佐证材料">
      {files.map((file) => (
        <li key={file.id}>
          <EvidenceLink of={of} file={file} />
        </li>
      ))}
    </ul>
  )
}

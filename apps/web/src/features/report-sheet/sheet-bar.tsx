import Link from 'next/link'
import type { PeriodView } from '@lianxi/schema/views/common'
import type { ReportSheets } from '@lianxi/schema/views/report-sheet'
import { UploadFile } from '@/features/command/upload-file'
import { minuteOf } from '@/features/ui/format'
import { sheetHref, templateHref, uploadHref } from './links'
import s from './report-sheet.module.css'

type Props = { zone: string; region: string; period: PeriodView; sheets: ReportSheets }

/** The same file goes out and comes back: as good as the form. */
export function SheetBar({ zone, region, period, sheets }: Props) {
  const { bodies, uploads } = sheets
  return (
    <section className={`${s.bar ?? ''} no-print`} aria-label="用 Excel 填报">
      {bodies.map((body) => {
        const sheet = { zone, region, body: body.code, period: period.period }
        const whose = bodies.length > 1 ? `${body.name} ` : ''
        return (
          <div key={body.code}>
            <a className="link" href={templateHref(sheet)} download>
              下载{whose}报送表（Excel）
            </a>
            <UploadFile
              label={`上传填好的${whose}报送表`}
              address={uploadHref(sheet)}
              next="/office/sheets/"
              query={`?zone=${zone}&region=${region}`}
            />
          </div>
        )
      })}
      {uploads.length === 0 ? null : (
        <details>
          <summary>本期上传的文件（{uploads.length}）</summary>
          <ul>
            {uploads.map(({ id, fileName, uploadedBy, uploadedAt }) => (
              <li key={id}>
                <Link className="link" href={sheetHref({ zone, region, id })} prefetch={false}>
                  {fileName}
                </Link>{' '}
                {minuteOf(uploadedAt)} {uploadedBy}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

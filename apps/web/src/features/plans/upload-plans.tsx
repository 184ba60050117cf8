import type { RegionName, ZoneName } from '@lianxi/schema/views/common'
import { UploadFile } from '@/features/command/upload-file'
import { PLANS } from './links'

/** Brings a plan of the zone (`region` null) or of a region. */
export function UploadPlans({ zone, region }: { zone: ZoneName; region: RegionName | null }) {
  const asked = new URLSearchParams({ zone: zone.code, ...(region !== null && { region: region.code }) })
  return (
    <UploadFile
      label={`上传${region?.name ?? zone.name}规划（.xlsx）`}
      address={`/api/plans/upload?${asked.toString()}`}
      next={`${PLANS}/import/`}
      query={`?zone=${zone.code}`}
    />
  )
}

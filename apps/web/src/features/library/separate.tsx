'use client'

import type { LibraryListing, LibraryProject } from '@lianxi/schema/views/library'
import { ReasonField } from '@/features/command/reason-field'
import { RecordBox } from './record-box'
import { useLibraryDeed } from './use-library-deed'

/** Takes a merge back: the listing stands alone again with everything it had. */
export function Separate({ project, listing }: { project: LibraryProject; listing: LibraryListing }) {
  const { deed, typed, change, record } = useLibraryDeed(project, { form: '拆分', of: listing.code }, { reason: '' })
  const { reason } = typed
  if (listing.merged === null || !project.mayRecord) return null
  const { into } = listing.merged
  const press = () =>
    void record(listing.seen, { type: 'separate', code: listing.code, from: into, reason }, '已拆分。')
  return (
    <RecordBox title="拆分" press="拆分" deed={deed} blocked={reason.trim() === ''} onPress={press}>
      <ReasonField label="拆分原因" value={reason} onChange={(text) => change({ reason: text })} />
    </RecordBox>
  )
}

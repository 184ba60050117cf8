'use client'

import type { LibraryDeed } from '@lianxi/schema/commands/library'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { useDeed } from '@/features/command/use-deed'
import { api } from '@/features/live/client'

/** A deed in the library: `seen` is the last event the page showed of the deed's project, so that two collide. */
export function useLibraryDeed({ zone }: Pick<LibraryProject, 'zone'>) {
  const deed = useDeed()
  const record = (seen: string | null | undefined, told: LibraryDeed, done: string): Promise<boolean> => {
    const said = { zone, deed: told, ...(seen !== undefined && { seen }) }
    return deed.run(said, (idempotencyKey) => api.library.record.mutate({ ...said, idempotencyKey }), done)
  }
  return { deed, record }
}

'use client'

import type { LibraryDeed } from '@lianxi/schema/commands/library'
import type { LibraryProject } from '@lianxi/schema/views/library'
import { useKeptDeed } from '@/features/command/use-typed-deed'
import type { FormOf } from '@/features/draft/typed-texts'
import { api } from '@/features/live/client'

/**
 * A form of the library, whose fields stay until they went out, and its deed: `seen` is the last event the page showed
 * of the deed's project, so that two collide.
 */
export function useLibraryDeed<Fields extends Record<string, string>>(
  { zone }: Pick<LibraryProject, 'zone'>,
  of: FormOf,
  start: Fields,
) {
  const form = useKeptDeed(of, start)
  const record = (seen: string | null | undefined, told: LibraryDeed, done: string): Promise<boolean> => {
    const said = { zone, deed: told, ...(seen !== undefined && { seen }) }
    return form.deed.run(said, (idempotencyKey) => api.library.record.mutate({ ...said, idempotencyKey }), done)
  }
  return { ...form, record }
}

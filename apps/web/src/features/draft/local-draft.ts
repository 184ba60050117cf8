'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { Entry } from '@lianxi/schema/commands/entry'
import { inBrowser, subscribe } from './storage'

/**
 * What is being typed, kept in this browser until the server has it: a login running out, a lost network, a closed
 * tab or a crash cost nothing. Keyed by person, so that a shared office computer mixes nobody's words.
 */
export const LocalDraft = z.strictObject({
  /** Version on the server that this text was written over. */
  base: z.int().min(0),
  /** The server has exactly this; it goes as soon as the page shows the server's own. */
  saved: z.boolean(),
  at: z.string(),
  entry: Entry,
  correctionReason: z.string(),
  reasons: z.record(z.string(), z.string()),
  /** Text in cells of the grid whose field cannot take it, by field. */
  kept: z.record(z.string(), z.string()).default({}),
})
export type LocalDraft = z.infer<typeof LocalDraft>

const PREFIX = 'lianxi:draft:'

/** A draft of an older form that no longer parses is not shown, and not destroyed either. */
function parse(text: string | null): LocalDraft | null {
  if (text === null) return null
  try {
    const parsed = LocalDraft.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const actionsOn = (key: string) => ({
  keep: (next: LocalDraft) => inBrowser.write(PREFIX + key, JSON.stringify(next)),
  drop: () => inBrowser.write(PREFIX + key, null),
  /** What is kept at this very moment, for code that runs after an answer came. */
  now: () => parse(inBrowser.read(PREFIX + key)),
})

/** The local draft of one report of one person: read live (also from another tab), written on every change. */
export function useLocalDraft(key: string) {
  const text = useSyncExternalStore(
    subscribe,
    () => inBrowser.read(PREFIX + key),
    () => null,
  )
  const draft = useMemo(() => parse(text), [text])
  const actions = useMemo(() => actionsOn(key), [key])
  return { draft, ...actions }
}

/** The last parse of each draft: one that did not change is the same object, and its row need not be drawn again. */
const parsed = new Map<string, { text: string; draft: LocalDraft | null }>()

function parseOnce(key: string, text: string): LocalDraft | null {
  const before = parsed.get(key)
  if (before?.text === text) return before.draft
  const draft = parse(text === '' ? null : text)
  parsed.set(key, { text, draft })
  return draft
}

/** Local drafts of many reports, read live; JSON has no line breaks of its own, so they stand one a line. */
export function useLocalDrafts(keys: readonly string[]) {
  const texts = useSyncExternalStore(
    subscribe,
    () => keys.map((key) => inBrowser.read(PREFIX + key) ?? '').join('\n'),
    () => '',
  )
  const drafts = useMemo(() => {
    const lines = texts.split('\n')
    return new Map(keys.map((key, index) => [key, parseOnce(key, lines[index] ?? '')]))
  }, [keys, texts])
  return { drafts, on: actionsOn }
}

'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { keyOf } from '@lianxi/domain/report-sheet/identity'
import { cellText, typeCell } from '@lianxi/domain/report-sheet/typed-cell'
import type { GridRow, OfficeGrid } from '@lianxi/schema/views/office-grid'
import { useLocalDrafts } from '@/features/draft/local-draft'
import { changedDraft, draftKey, takenDraft, type Working } from '@/features/draft/working'
import { isChanged, type RowAnswer, type RowState, standingOf, stateOf } from './row-state'

export type CellChange = { id: string; field: string; text: string }
type Edit = CellChange & { before: string }

/** Reads and writes rows where they are kept, outside React: a press acts on what stands there at that moment. */
function storeOf(rows: readonly GridRow[], userId: string, on: ReturnType<typeof useLocalDrafts>['on']) {
  const byId = new Map(rows.map((row) => [keyOf(row), row]))
  const at = (id: string) => {
    const row = byId.get(id)
    if (row === undefined) return undefined
    const draft = on(draftKey(userId, row))
    return { row, draft, state: standingOf(row, draft.now()) }
  }
  const change = (id: string, next: Partial<Working>) => {
    const found = at(id)
    if (found === undefined) return
    const { draft, state } = found
    draft.keep(changedDraft({ ...state, at: new Date().toISOString() }, next))
  }
  const type = ({ id, field, text }: CellChange) => {
    const found = at(id)
    if (found === undefined) return
    const { working } = found.state
    if (cellText(working, field) !== text) change(id, typeCell(working, field, text, found.row.check.unit))
  }
  return { at, change, type }
}

type Store = ReturnType<typeof storeOf>

/** Steps that can be taken back, a paste as one. */
function useHistory() {
  const steps = useRef<{ done: Edit[][]; undone: Edit[][] }>({ done: [], undone: [] })
  return useMemo(() => {
    const move = (from: 'done' | 'undone', to: 'done' | 'undone'): Edit[] | undefined => {
      const step = steps.current[from].pop()
      if (step !== undefined) steps.current[to].push(step)
      return step
    }
    return {
      push: (step: Edit[]) => {
        if (step.length > 0) steps.current = { done: [...steps.current.done, step], undone: [] }
      },
      undo: () => move('done', 'undone'),
      redo: () => move('undone', 'done'),
    }
  }, [])
}

/** What can be done with rows, the same object as long as the rows are. */
function actionsOf(store: Store, history: ReturnType<typeof useHistory>) {
  const textOf = (id: string, field: string): string => {
    const found = store.at(id)
    return found === undefined ? '' : cellText(found.state.working, field)
  }
  return {
    textOf,
    change: store.change,
    /** While somebody types: kept at once, no step of its own. */
    type: store.type,
    /** A cell was left: what was typed in it is a step. */
    leave: (edit: Omit<Edit, 'text'>) => {
      const text = textOf(edit.id, edit.field)
      if (text !== edit.before) history.push([{ ...edit, text }])
    },
    /** Several cells at once are one step. */
    fill: (changes: readonly CellChange[]) => {
      const before = changes.map(({ id, field }) => textOf(id, field))
      for (const change of changes) store.type(change)
      const edits = changes.map((change, index) => ({
        ...{ ...change, text: textOf(change.id, change.field), before: before[index] ?? '' },
      }))
      history.push(edits.filter(({ before: was, text }) => was !== text))
    },
    undo: () => history.undo()?.map(({ id, field, before }) => store.type({ id, field, text: before })).length,
    redo: () => history.redo()?.map(({ id, field, text }) => store.type({ id, field, text })).length,
    drop: (id: string) => store.at(id)?.draft.drop(),
    /** Goes on with one's own words over somebody else's newer version. */
    rebase: (id: string, onto: number) => {
      const found = store.at(id)
      if (found !== undefined && found.state.mine !== null) found.draft.keep({ ...found.state.mine, base: onto })
    },
    taken: (sent: RowState, version: number) => {
      const found = store.at(sent.id)
      if (found === undefined) return
      const { working } = sent
      const at = new Date().toISOString()
      found.draft.keep(takenDraft({ now: found.draft.now(), working, at }, working.entry, version))
    },
  }
}
export type GridActions = ReturnType<typeof actionsOf>

/** Every row of the grid as it stands in this browser, and what can be done with them. */
export function useGrid(grid: OfficeGrid, userId: string) {
  const { rows } = grid
  const keys = useMemo(() => rows.map((row) => draftKey(userId, row)), [rows, userId])
  const { drafts, on } = useLocalDrafts(keys)
  const [answers, setAnswers] = useState<Readonly<Record<string, RowAnswer | undefined>>>({})
  const history = useHistory()
  const actions = useMemo(() => actionsOf(storeOf(rows, userId, on), history), [rows, userId, on, history])
  const states = rows.map((row) => stateOf(row, drafts.get(draftKey(userId, row)) ?? null, answers[keyOf(row)]))
  const arrived = states.flatMap(({ id, arrived: there }) => (there ? [id] : [])).join(' ')
  useEffect(() => {
    for (const id of arrived.split(' ')) actions.drop(id)
  }, [arrived, actions])
  return { states, actions, setAnswers, unsaved: states.filter(isChanged).length }
}

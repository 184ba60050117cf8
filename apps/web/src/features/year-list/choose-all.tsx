import type { Lines } from './use-lines'

type Choosing = Pick<Lines, 'chosen'> & { all: (on: boolean) => void }

/** 全选: every line the page shows, in one press. */
export function ChooseAll({ lines, total }: { lines: Choosing; total: number }) {
  const { chosen, all } = lines
  return (
    <label>
      <input
        type="checkbox"
        disabled={total === 0}
        checked={total > 0 && chosen.length === total}
        onChange={(event) => all(event.target.checked)}
      />{' '}
      全选（{total}）
    </label>
  )
}

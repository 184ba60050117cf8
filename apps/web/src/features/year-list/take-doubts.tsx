import type { Doubt } from './take-figures'

type Props = { doubts: readonly Doubt[]; sure: ReadonlySet<string>; setSure: (said: string, on: boolean) => void }

/** Lines whose figure is hardly meant: each is said to be right, or corrected; the others are untouched. */
export function TakeDoubts({ doubts, sure, setSure }: Props) {
  if (doubts.length === 0) return null
  return (
    <div className="warned" role="alert">
      还没有列入：请核对以下各项，有误的在表中改正，无误的逐项勾选，再点“列入清单”；其他各项的勾选和数值不变。
      <ul>
        {doubts.map(({ said }) => (
          <li key={said}>
            <label>
              <input
                type="checkbox"
                checked={sure.has(said)}
                onChange={(event) => setSure(said, event.target.checked)}
              />{' '}
              无误：{said}
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { markup } from './markup'

const Named = ({ name, children }: { name: string; children?: React.ReactNode }) => (
  <>
    <b>{name}</b>
    {children}
  </>
)

describe('markup', () => {
  it('draws what React draws', () => {
    const drawn = (
      <section className="a b" aria-labelledby="x" aria-hidden={true} data-empty={false} data-none={undefined} hidden>
        <label htmlFor="f">{'<i> & "您" \'好\''}</label>
        <Named name="a & b">
          {0} {null}
          {false}
          {['x', 1, <br key="br" />]}
        </Named>
        <details open={false}>
          <summary title={'"><script>'}>一</summary>
        </details>
        <svg viewBox="0 0 100 8" preserveAspectRatio="none">
          <rect width={3.5} height="8" fill="#fff" />
        </svg>
        <form role="search" action="/board" method="get">
          <select id="s" name="region" defaultValue="b$&" data-key="b">
            <option value="">全部</option>
            <option value="a">甲</option>
            <option value="b$&">乙</option>
          </select>
          <input type="search" maxLength={60} data-key="x" name="q" defaultValue="“x”" />
          <input type="hidden" name="sort" value="name" />
        </form>
        <table>
          <tbody>
            <tr id="r">
              <td colSpan={2} tabIndex={0} rowSpan={1}>
                <time dateTime="2025-01-01">1</time>
                <a href="/board?a=1&b=2" download>
                  去
                </a>
              </td>
            </tr>
          </tbody>
        </table>
      </section>
    )
    expect(markup(drawn)).toBe(renderToStaticMarkup(drawn))
  })

  it('refuses what it cannot draw, instead of leaving it out', () => {
    const client = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') })
    const Later = () => Promise.resolve('x')
    const Client = client
    expect(() => markup(<Client />)).toThrow('client component')
    expect(() => markup(<Later />)).toThrow('only elements')
    expect(() => markup(<p onClick={() => undefined} />)).toThrow('onClick')
    expect(() => markup(<p dangerouslySetInnerHTML={{ __html: 'x' }} />)).toThrow('dangerouslySetInnerHTML')
  })
})

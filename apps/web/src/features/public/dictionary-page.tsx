import { LICENCE, OPEN_FIELDS } from '@lianxi/schema/views/open-data'
import type { ZoneName } from '@lianxi/schema/views/common'
import b from '@/features/board/board.module.css'
import { PageHead } from '@/features/shell/page-head'
import { fileHref } from './links'
import s from './public.module.css'

/** What each column says, as the file heads it. */
function Fields() {
  return (
    <section className={b.section} aria-labelledby="fields">
      <h2 id="fields">字段</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">CSV 列名</th>
            <th scope="col">JSON 字段</th>
            <th scope="col">单位</th>
            <th scope="col">含义</th>
          </tr>
        </thead>
        <tbody>
          {OPEN_FIELDS.map(({ name, head, unit, meaning }) => (
            <tr key={name}>
              <th scope="row">{head}</th>
              <td data-label="JSON 字段" className="mono">
                {name}
              </td>
              <td data-label="单位" data-empty={unit === ''}>
                {unit}
              </td>
              <td data-label="含义">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 数据字典: what can be fetched where, what one may do with it, and each field with its unit and meaning. */
export function DictionaryPage({ zones }: { zones: ZoneName[] }) {
  return (
    <>
      <PageHead title="开放数据" note={<p className="note">与公开页面相同的内容，供程序读取</p>} />
      <section className={b.section} aria-labelledby="files">
        <h2 id="files">文件</h2>
        <ul className={s.list}>
          {zones.map(({ code, name }) => (
            <li key={code}>
              {name}：<a href={fileHref(code, 'items.csv')}>{fileHref(code, 'items.csv')}</a>、
              <a href={fileHref(code, 'items.json')}>{fileHref(code, 'items.json')}</a>
            </li>
          ))}
          <li>
            本页的数据字典：<a href="/api/public/dictionary.json">/api/public/dictionary.json</a>
          </li>
        </ul>
        <p className="note">
          地址不变，可以加条件
          list（清单编号）、region（行政区划代码）、year、kind、field、q。一行是一个清单事项的一期数据，尚未发布数据的事项也有一行。
          CSV 为带标记的 UTF-8，首行是字段名称，金额和百分数的单位写在名称中，分类写中文；JSON
          中分类为代码。以等号等开头的文字前加了单引号，避免被当作公式。 应答带 ETag，内容没有变化时返回
          304；允许其他网站的页面读取。
        </p>
      </section>
      <section className={b.section} aria-labelledby="licence">
        <h2 id="licence">许可</h2>
        <p>
          <a href={LICENCE.url}>{LICENCE.name}</a>：{LICENCE.text}
        </p>
      </section>
      <Fields />
    </>
  )
}

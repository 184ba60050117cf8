import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocument } from './write-document'

const columns = [
  { header: '序号', width: 1 },
  { header: '目标任务', width: 3 },
]
let xml: string
let footers: string[]
beforeAll(async () => {
  const file = await writeDocument({
    title: '2026年度重点任务清单',
    paragraphs: ['制定单位：联席会议办公室。'],
    tables: [{ caption: '附表', columns, rows: [['1', '第一行\n第二行 <&>']] }],
  })
  const zip = await JSZip.loadAsync(file)
  const part = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
  xml = await part('word/document.xml')
  footers = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => /footer\d/.test(name) && !name.includes('rels'))
      .map(part),
  )
})

/** Twentieths of a point in whole millimetres. */
const inMm = (name: string) =>
  [...xml.matchAll(new RegExp(`<w:pgMar[^>]*\\bw:${name}="(\\d+)"`, 'g'))].map(([, twips]) =>
    Math.round((Number(twips) * 25.4) / 1440),
  )

describe('a paper as GB/T 9704 wants it', () => {
  it('is A4 with its margins, the table on a page across', () => {
    const sizes = [...xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, attributes = '']) => attributes)
    expect(sizes[0]).toContain('w:w="11906" w:h="16838"')
    expect(sizes[1]).toContain('w:w="16838" w:h="11906"')
    expect(sizes[1]).toContain('w:orient="landscape"')
    expect([inMm('top'), inMm('bottom'), inMm('left'), inMm('right')].map(([upright]) => upright)).toEqual([
      37, 35, 28, 26,
    ])
  })
  it('sets 三号仿宋 on lines of which 22 fill a page, and the title in 小标宋', () => {
    expect(xml).toMatch(/方正小标宋简体[^/]*\/>(?:(?!<w:t[ >]).)*<w:sz w:val="44"/s)
    expect(xml).toMatch(/仿宋_GB2312[^/]*\/>(?:(?!<w:t[ >]).)*<w:sz w:val="32"/s)
    const [, line] = /<w:spacing w:line="(\d+)" w:lineRule="exact"/.exec(xml) ?? []
    expect(Math.floor((225 * 1440) / 25.4 / Number(line))).toBe(22)
  })
  it('repeats the table’s head, keeps lines apart and text as text', () => {
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml).toContain('>第一行</w:t>')
    expect(xml).toContain('>第二行 &lt;&amp;&gt;</w:t>')
  })
  it('numbers its pages outside', () => {
    const aligned = footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1])
    expect([...new Set(aligned)].sort()).toEqual(['left', 'right'])
    for (const footer of footers) expect(footer).toContain('PAGE')
  })
})

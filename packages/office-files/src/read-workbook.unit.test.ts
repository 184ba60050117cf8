import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from './read-workbook'
import { inline, rawWorkbook, zipped } from './testing/raw-workbook'

const fault = async (file: Uint8Array) => {
  const read = await readWorkbook(file)
  return read.ok ? 'read' : read.refusal.code
}
const textsOf = async (sheet: string) => {
  const read = await readWorkbook(await zipped(rawWorkbook(sheet)))
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.sheets[0]?.rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)])
}
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

describe('what is not a workbook is told apart', () => {
  it('old Excel, a password, a picture, a text with another name, macros, half a file', async () => {
    const whole = await zipped(rawWorkbook(`<sheetData><row r="1">${inline('A1', '甲')}</row></sheetData>`))
    const word = await zipped(new JSZip().file('word/document.xml', '<w/>'))
    const binary = await zipped(new JSZip().file('xl/workbook.bin', 'x'))
    const macros = rawWorkbook(`<sheetData><row r="1">${inline('A1', '甲')}</row></sheetData>`)
    macros.file('xl/vbaProject.bin', 'x')
    const locked = Buffer.concat([bytes('d0cf11e0a1b11ae1'), Buffer.from('EncryptedPackage', 'utf16le')])
    const files = [bytes('d0cf11e0a1b11ae1'), locked, bytes('89504e47'), Buffer.from('编号,名称\n'), new Uint8Array(0)]
    const others = [word, binary, await zipped(macros), whole.slice(0, 300), whole]
    expect(await Promise.all([...files, ...others].map(fault))).toEqual([
      ...[
        'old-xls',
        'encrypted',
        'not-xlsx',
        'not-xlsx',
        'not-xlsx',
        'not-xlsx',
        'binary-xlsb',
        'macros',
        'damaged',
        'read',
      ],
    ])
  })

  it('broken XML and a sheet that is not there are damage, not a fault of ours', async () => {
    expect(await fault(await zipped(rawWorkbook('<sheetData><row r="1"><c r="A1"><v>1</v></row>')))).toBe('damaged')
    const noSheet = rawWorkbook('').remove('xl/worksheets/sheet1.xml')
    expect(['no-sheet', 'damaged']).toContain(await fault(await zipped(noSheet)))
  })
})

describe('hostile or careless files cost little', () => {
  it('a bomb is stopped at 80 MB, whatever it says of itself', async () => {
    const bomb = await zipped(rawWorkbook(`<sheetData/>${' '.repeat(90_000_000)}`))
    expect(bomb.length).toBeLessThan(200_000)
    expect(await fault(bomb)).toBe('unzips-too-large')
  }, 30_000)

  it('a picture of any size is not unzipped', async () => {
    const zip = rawWorkbook(`<sheetData><row r="1">${inline('A1', '甲')}</row></sheetData>`)
    zip.file('xl/media/image1.bmp', new Uint8Array(90_000_000))
    expect(await fault(await zipped(zip))).toBe('read')
  }, 30_000)

  it('colours down to the last row, merged whole columns, rules over a million cells are no content', async () => {
    const painted = Array.from(
      { length: 60_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`,
    )
    const rule = '<dataValidation type="list" sqref="B1:B1048576"><formula1>"a,b"</formula1></dataValidation>'
    const sheet =
      `<sheetData><row r="1">${inline('A1', '甲')}${inline('B1', '乙')}</row>${painted.join('')}</sheetData>` +
      `<mergeCells count="1"><mergeCell ref="A1:A1048576"/></mergeCells><dataValidations count="1">${rule}</dataValidations>` +
      `<drawing r:id="rId9"/><tableParts count="1"><tablePart r:id="rId8"/></tableParts>`
    expect(await textsOf(sheet)).toEqual([[1, '甲', '乙']])
  })

  it('20,000 rows with content are read at most', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join(
        '',
      )
    const file = async (count: number) => zipped(rawWorkbook(`<sheetData>${rows(count)}</sheetData>`))
    expect([await fault(await file(20_000)), await fault(await file(20_001))]).toEqual(['read', 'too-many-rows'])
  }, 30_000)

  it('a column beyond the 200th is refused, not stretched to', async () => {
    expect(
      await fault(await zipped(rawWorkbook(`<sheetData><row r="1">${inline('XFD1', '甲')}</row></sheetData>`))),
    ).toBe('too-many-columns')
  })
})

describe('cells', () => {
  it('merged cells are filled and say where from', async () => {
    const sheet =
      `<sheetData><row r="3">${inline('A3', '综合经济')}${inline('B3', '一')}</row>` +
      `<row r="4">${inline('B4', '二')}</row></sheetData><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>`
    const read = await readWorkbook(await zipped(rawWorkbook(sheet)))
    const cells = read.ok
      ? read.sheets[0]?.rows.map((row) => row.cells.map((cell) => [cell.text, cell.mergedFrom]))
      : []
    expect(cells).toEqual([
      [
        ['综合经济', null],
        ['一', null],
      ],
      [
        ['综合经济', 'A3'],
        ['二', null],
      ],
    ])
  })

  it('a formula counts by its last result; one that was never calculated, and an error value, say so', async () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(X1)</f></c><c r="C1" t="e"><v>#REF!</v></c>' +
      '<c r="D1" s="1"><v>7.6999999999999999E-2</v></c><c r="E1" s="1"><f>1/2</f><v>0.5</v></c>' +
      '<c r="F1" t="str"><f>"甲"</f><v>甲</v></c><c r="G1" t="b"><v>1</v></c>'
    const read = await readWorkbook(await zipped(rawWorkbook(`<sheetData><row r="1">${cells}</row></sheetData>`)))
    const got = read.ok
      ? read.sheets[0]?.rows[0]?.cells.map(({ kind, text, percent }) => `${kind} ${text} ${percent}`)
      : []
    expect(got).toEqual([
      'number 2 false',
      'fault 公式没有计算结果：请在 Excel 或 WPS 中打开并保存一次 false',
      'fault 单元格显示错误值 #REF! false',
      'number 7.7 true',
      'number 50 true',
      'text 甲 false',
      'text 是 false',
    ])
  })

  it('blanks at the edges, full-width ones too, and rich text', async () => {
    const rich = '<c r="B1" t="inlineStr"><is><r><t>地区生产</t></r><r><t>总值</t></r></is></c>'
    expect(await textsOf(`<sheetData><row r="1">${inline('A1', '\u3000 甲\u00a0')}${rich}</row></sheetData>`)).toEqual([
      [1, '甲', '地区生产总值'],
    ])
  })
})

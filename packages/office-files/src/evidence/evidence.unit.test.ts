import { deflateSync } from 'node:zlib'
import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { evidenceLines } from './evidence-lines'
import { type FileSource, sourceOf } from './file-source'
import { judgeType } from './judge-type'

/** Never more than a part at once: what is asked of the place the file lies in. */
function watched(file: Buffer): FileSource & { most: () => number } {
  let most = 0
  const source = sourceOf(file)
  return {
    size: source.size,
    most: () => most,
    read: (start, length) => {
      most = Math.max(most, length)
      return source.read(start, length)
    },
  }
}

const typeOf = async (file: Buffer) => {
  const judged = await judgeType(sourceOf(file))
  return judged.ok ? judged.type : judged.fault
}
async function linesOf(file: Buffer): Promise<string[]> {
  const judged = await judgeType(sourceOf(file))
  if (!judged.ok) throw new Error(judged.fault)
  const lines: string[] = []
  for await (const line of evidenceLines(sourceOf(file), judged.type)) if (line !== '') lines.push(line)
  return lines
}

const zipOf = (parts: Record<string, string>): Promise<Buffer> => {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(parts)) zip.file(name, text)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
const WORD =
  '<w:document><w:body><w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密★1年</w:t></w:r></w:p><w:p><w:r><w:t>关于&#x8FDB;展</w:t></w:r></w:p></w:body></w:document>'

it('judges by content, whatever the name says', async () => {
  expect(await typeOf(Buffer.from('%PDF-1.7\n1 0 obj'))).toBe('pdf')
  expect(await typeOf(Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('png')
  expect(await typeOf(Buffer.from('项目已开工。\n'))).toBe('txt')
  expect(await typeOf(Buffer.from('MZ\u0000\u0001'))).toBe('type')
  expect(await typeOf(await zipOf({ 'word/document.xml': WORD }))).toBe('docx')
  expect(await typeOf(await zipOf({ 'xl/workbook.xml': '', 'xl/vbaProject.bin': '' }))).toBe('macros')
  expect(await typeOf(await zipOf({ 'a.exe': '' }))).toBe('type')
  expect(await typeOf(Buffer.from('504b030499', 'hex'))).toBe('type')
  expect(await typeOf(Buffer.from('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'))).toBe('encrypted')
  const ole = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(300_000),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  expect(await typeOf(ole)).toBe('encrypted')
})

it('reads Office paragraphs across their runs, in a body, a head and a table', async () => {
  expect(await linesOf(await zipOf({ 'word/document.xml': WORD }))).toEqual(['机密★1年', '关于进展'])
  const sheet = {
    'xl/workbook.xml': '',
    'xl/sharedStrings.xml': '<sst><si><r><t>秘密</t></r></si><si><t>甲</t></si></sst>',
  }
  expect(await linesOf(await zipOf(sheet))).toEqual(['秘密', '甲'])
})

const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`1 0 obj << ${dictionary} >>\nstream\n`), bytes, Buffer.from('\nendstream\nendobj\n')])
const pdf = (...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts])

it('reads a PDF’s strings: deflated through the font’s map, as GBK, as UTF-16 of its title', async () => {
  const map =
    'begincmap 2 beginbfchar <0003> <673A> <0007> <5BC6> endbfchar 1 beginbfrange <0010> <0012> <4E00> endbfrange endcmap'
  const shown = 'BT /F1 12 Tf [<0003> -20 <0007>] TJ ET BT <00100012> Tj ET'
  const mapped = pdf(
    stream('/Filter /FlateDecode', deflateSync(shown)),
    stream('/Filter /FlateDecode', deflateSync(map)),
  )
  expect(await linesOf(mapped)).toEqual(expect.arrayContaining(['机密', '一丂']))
  const gbk = Buffer.concat([Buffer.from('BT ('), Buffer.from('bef8c3dc', 'hex'), Buffer.from(') Tj ET')])
  expect(await linesOf(pdf(stream('/Length 20', gbk)))).toContain('绝密')
  expect(await linesOf(pdf(Buffer.from('2 0 obj << /Title <FEFF79D85BC6> >> endobj')))).toContain('秘密')
})

it('holds no more than a part of a long file, and gives up on a stream too long to be text', async () => {
  const long = watched(
    pdf(stream('/Filter /FlateDecode', Buffer.alloc(9_000_000, 7)), stream('', Buffer.from('BT (Hello) Tj ET'))),
  )
  const lines: string[] = []
  for await (const line of evidenceLines(long, 'pdf')) lines.push(line)
  expect(lines).toContain('Hello')
  expect(long.most()).toBeLessThanOrEqual(262_144)
})

it('says of a damaged or swollen Office file that it cannot be read', { timeout: 30_000 }, async () => {
  const whole = await zipOf({ 'word/document.xml': WORD.repeat(200) })
  const damaged = Buffer.from(whole)
  damaged.fill(255, 60, 120)
  await expect(linesOf(damaged)).rejects.toThrow('damaged')
  const bomb = await zipOf({ 'word/document.xml': '<w:p>'.repeat(13_000_000) })
  await expect(linesOf(bomb)).rejects.toThrow('unzips-too-large')
})

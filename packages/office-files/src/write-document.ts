import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { DocumentSpec, DocumentTable } from './document-spec'

/** Twentieths of a point, in which Word measures. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4)
const A4 = { width: mm(210), height: mm(297) }
/** GB/T 9704: 天头 37, 订口 28, 地脚 35, 翻口 26 mm. A page across is the same sheet turned, its head at the binding side. */
const UPRIGHT = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) }
const ACROSS = { top: mm(28), bottom: mm(26), left: mm(35), right: mm(37) }
const ACROSS_WIDTH = A4.height - ACROSS.left - ACROSS.right
/** 22 lines on 225 mm: a rounded-up line would leave room for 21. */
const LINE = { line: Math.floor((225 * 1440) / 25.4 / 22), lineRule: LineRuleType.EXACT }

/** Sizes are half points: 二号 44, 三号 32, 四号 28, 小五 18. */
const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
const TITLE = { font: font('方正小标宋简体'), size: 44 }
const BODY = { font: font('仿宋_GB2312'), size: 32 }
const CAPTION = { font: font('黑体'), size: 32 }
const CELL = { font: font('仿宋_GB2312'), size: 18 }
const HEAD = { font: font('黑体'), size: 18 }
const PAGE = { font: font('宋体'), size: 28 }

/**
 * Writes a paper in 公文 layout (GB/T 9704) as .docx: A4, its margins, 三号仿宋 body of 22 lines of 28 characters,
 * 二号小标宋 title, page numbers outside; tables on pages across with heads repeated.
 */
export async function writeDocument({ title, paragraphs, tables }: DocumentSpec): Promise<Buffer> {
  const document = new Document({
    creator: '联席',
    title,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: A4, margin: UPRIGHT } },
        footers: pageNumbers(),
        children: [titleOf(title), ...paragraphs.map(paragraph)],
      },
      ...tables.map((table) => ({
        properties: { page: { size: { ...A4, orientation: PageOrientation.LANDSCAPE }, margin: ACROSS } },
        footers: pageNumbers(),
        children: [captionOf(table.caption), tableOf(table)],
      })),
    ],
  })
  return Packer.toBuffer(document)
}

const titleOf = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 640 },
    children: [new TextRun({ text, ...TITLE })],
  })

/** Two characters in. */
const paragraph = (text: string): Paragraph =>
  new Paragraph({ indent: { firstLine: 640 }, spacing: LINE, children: [new TextRun({ text, ...BODY })] })

const captionOf = (text: string): Paragraph =>
  new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, ...CAPTION })] })

/** — 1 — outside: right on odd pages, left on even ones. */
function pageNumbers() {
  const footer = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Footer({
      children: [
        new Paragraph({ alignment, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...PAGE })] }),
      ],
    })
  return { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) }
}

function tableOf({ columns, rows }: DocumentTable): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((width * ACROSS_WIDTH) / whole))
  const row = (texts: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map((text, index) => cellOf(text, { width: widths[index] ?? 0, head })),
    })
  return new Table({
    width: { size: ACROSS_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ header }) => header),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  })
}

/** A line break within a cell is a paragraph of its own. */
const cellOf = (text: string, { width, head }: { width: number; head: boolean }): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 40, right: 40 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          ...(head ? { alignment: AlignmentType.CENTER } : {}),
          children: [new TextRun({ text: line, ...(head ? HEAD : CELL) })],
        }),
    ),
  })

/** One spelling for what plans write in several ways: full width, brackets, dashes, numerals, codes of roads. */
export function spell(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[【〔［[]/g, '(')
    .replace(/[】〕］\]]/g, ')')
    .replace(/[—–‐‑―~～-]+/g, '至')
    .replace(/[\s"'“”‘’「」《》·•,.]/g, '')
    .replace(/第?([一二三四五六七八九十]{1,3})(?=[期号线标批轮段])/g, (_, numeral: string) =>
      String(readNumeral(numeral)),
    )
    .replace(
      /国道(\d+)(?:线|号)?|(\d{3})国道/g,
      (_, a: string | undefined, b: string | undefined) => `g${a ?? b ?? ''}`,
    )
    .replace(
      /省道(\d+)(?:线|号)?|(\d{3})省道/g,
      (_, a: string | undefined, b: string | undefined) => `s${a ?? b ?? ''}`,
    )
}

const DIGITS = '一二三四五六七八九'

/** 一 … 九十九 as they number phases, lines and sections. */
function readNumeral(numeral: string): number {
  const [tens, units] = numeral.includes('十') ? numeral.split('十') : ['', numeral]
  const digit = (sign: string | undefined, absent: number) => (sign ? DIGITS.indexOf(sign) + 1 : absent)
  return numeral.includes('十') ? digit(tens, 1) * 10 + digit(units, 0) : digit(units, 0)
}

/** Words that say that something is built, not what: dropped at a name's end, as often as they stand there. */
const DEED = /(?:建设项目|建设工程|改造工程|工程|项目|建设|改造|提升|新建|改扩建|扩建|打造|实施|开发|等)$/

/** What is left of a wording when the words of building are gone; never less than two characters. */
export function withoutDeeds(text: string): string {
  for (let short = text; ;) {
    const next = short.replace(DEED, '')
    if (next === short || next.length < 2) return short
    short = next
  }
}

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCatalogue, type ReadFile } from './load'

const read: ReadFile = (file) => readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')

/** The shipped files with one line of one file changed; `from` must be on that line. */
function withChange(file: string, line: number, from: string, to: string): ReadFile {
  return (name) => {
    const text = read(name)
    if (name !== file) return text
    const lines = text.split('\n')
    expect(lines[line - 1]).toContain(from)
    return lines.map((content, index) => (index === line - 1 ? content.replace(from, to) : content)).join('\n')
  }
}

function faults(reader: ReadFile): string[] {
  const loaded = loadCatalogue(reader)
  return loaded.ok ? [] : loaded.issues.map(({ file, line, code, path }) => `${file}:${line} ${code} ${path}`)
}

const lineOf = (file: string, word: string) =>
  read(file)
    .split('\n')
    .findIndex((content) => content.includes(word)) + 1

describe('the shipped catalogue', () => {
  it('has no fault', () => {
    expect(faults(read)).toEqual([])
  })

  it('holds the rows its README counts', () => {
    const loaded = loadCatalogue()
    if (!loaded.ok) throw new Error('faulty')
    const { targets, projects, baselines, tasks, indicators, plans, zones, regions } = loaded.catalogue
    const counts = [targets, projects, baselines, tasks, indicators, plans, zones, regions].map((rows) => rows.length)
    expect(counts).toEqual([1041, 2267, 241, 227, 176, 8, 5, 44])
    expect(targets.filter(({ row }) => row.reportable)).toHaveLength(172)
  })
})

describe('a fault is named with file, line, code and path', () => {
  const gdp = '"code": "PX-145-T001"'
  it.each([
    ['unknown plan', 'targets.jsonl', gdp, '"plan": "PX-145", "name"', '"plan": "PX-999", "name"', 'plan'],
    ['unknown region', 'targets.jsonl', gdp, '"region": "Z-PX"', '"region": "519999"', 'region'],
    ['unknown indicator', 'targets.jsonl', gdp, '"I-GDP"', '"I-NONE"', 'indicator'],
    ['unit missing', 'targets.jsonl', gdp, '"unit": "亿元"', '"unit": null', 'unit'],
    ['baseline after target', 'targets.jsonl', gdp, '"baselineYear": 2020', '"baselineYear": 2026', 'baselineYear'],
    ['range upside down', 'targets.jsonl', gdp, '3800', '[2, 1]', 'targetValue'],
    ['standing without side', 'targets.jsonl', gdp, '"standing": false', '"standing": true', 'holdSide'],
    ['unknown field', 'targets.jsonl', gdp, '"nature": null', '"nature": null, "extra": 1', ''],
    ['unknown baseline', 'targets.jsonl', gdp, 'PX-145-B002', 'PX-145-B999', 'baselineRef'],
  ])('%s', (_name, file, row, from, to, path) => {
    const line = lineOf(file, row)
    expect(faults(withChange(file, line, from, to))).toContain(`${file}:${line} PX-145-T001 ${path}`)
  })

  it('possibleSameAs must be mutual', () => {
    const line = lineOf('projects.jsonl', '"possibleSameAs"')
    const content = read('projects.jsonl').split('\n')[line - 1] ?? ''
    const pair = /"code": "([^"]+)".*"possibleSameAs": \["([^"]+)"/.exec(content)
    const changed = withChange('projects.jsonl', line, '"possibleSameAs": [', '"possibleSameAs": ["PX-145-P001", ')
    expect(faults(changed)).toEqual([`projects.jsonl:${line} ${pair?.[1]} possibleSameAs.0`])
  })

  it('a code that stands twice, in JSON files too with its line', () => {
    const line = lineOf('indicators.json', '"code": "I-GDP-T"')
    const found = faults(withChange('indicators.json', line, 'I-GDP-T', 'I-GDP'))
    expect(found).toContain(`indicators.json:${line - 1} I-GDP code`)
  })

  it('an unknown parent and a sum that is no whole 万元', () => {
    const line = lineOf('projects.jsonl', '"parent":')
    const broken = withChange('projects.jsonl', line, '"parent": "XQ', '"parent": "XX')
    expect(faults(broken)[0]).toMatch(new RegExp(`^projects.jsonl:${line} .* parent$`))
    const money = lineOf('projects.jsonl', '"investmentYi": 18,')
    const odd = withChange('projects.jsonl', money, '"investmentYi": 18,', '"investmentYi": 18.00005,')
    expect(faults(odd)).toEqual([`projects.jsonl:${money} XQ-CY-P025 investmentYi`])
  })

  it('all faults are listed, not the first, and broken JSON does not hide the others', () => {
    const one = lineOf('targets.jsonl', gdp)
    const reader: ReadFile = (file) => {
      const text = withChange('targets.jsonl', one, '"unit": "亿元"', '"unit": null')(file)
      return file === 'tasks.jsonl' ? `{broken\n${text}` : text
    }
    const found = faults(reader)
    expect(found).toContain(`targets.jsonl:${one} PX-145-T001 unit`)
    expect(found).toContain('tasks.jsonl:1 null ')
  })
})

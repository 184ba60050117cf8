import { documentKind } from '@lianxi/schema/document-kind'
import { grouped, withUnit } from '@lianxi/schema/figure-words'
import { basis, comparator, planStatus, stage, visibility } from '@lianxi/schema/vocabulary'

/** What the fields of the contracts are called in a preview. */
export const FIELD_TITLES: Record<string, string> = {
  ...{ name: '名称', issuer: '印发单位', documentNumber: '文号', issuedOn: '印发日期', periodStart: '起始年' },
  ...{ periodEnd: '结束年', region: '行政区', status: '状态', unit: '单位', basis: '口径', aggregate: '汇总方式' },
  ...{
    domain: '领域',
    plan: '所属规划',
    indicator: '指标',
    comparator: '比较方式',
    value: '目标值',
    valueHigh: '上限',
  },
  ...{ targetYear: '目标年', baseline: '基期', direction: '方向', standing: '始终须保持', holdSide: '保持方向' },
  ...{ frequency: '填报频率', priceBasis: '价格口径', reportable: '可填报', visibility: '公开范围', source: '出处' },
  ...{ yearly: '各年', regions: '行政区', category: '类别', stage: '阶段', plannedOutcome: '规划期末成果' },
  ...{ investmentWan: '总投资（万元）', scale: '建设规模', startYear: '开工年', endYear: '建成年', parent: '上级项目' },
  ...{ crossRegion: '跨区域', regionUnknown: '地区未写明', possibleSameAs: '疑似同一项目', parts: '各地分担' },
  ...{
    relativeTo: '比较对象',
    assignedBy: '下达单位',
    statedBodies: '责任单位',
    releaseAfterDays: '期末后多少天发布',
    releasedBy: '发布单位',
    kind: '文件类别',
  },
}

const WORDS: Record<string, string> = {
  ...planStatus.labels,
  ...documentKind.labels,
  ...visibility.labels,
  ...stage.labels,
  ...comparator.labels,
  ...basis.labels,
  ...{ up: '上升', down: '下降', month: '月', quarter: '季', half: '半年', year: '年' },
}

/** A field's value as a person reads it. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return '（无）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return WORDS[value] ?? value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? '（无）' : value.map(valueWords).join('、')
  const parts = Object.entries(value).filter(([key, part]) => key !== 'plan' && part !== null)
  return parts.length === 0 ? '（无）' : parts.map(([, part]) => valueWords(part)).join(' ')
}

/** What is needed to say a field of one document: names of places, and the unit its figures are in. */
export type Around = { placeOf: (code: string) => string; unit: string | null }

const inside = (value: unknown, key: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}
const each = (value: unknown, words: (one: unknown) => string): string =>
  Array.isArray(value) ? value.map(words).join('、') : valueWords(value)

/** A field as a person reads it: places by name, figures with separators and their unit. */
export function fieldWords(field: string, value: unknown, { placeOf, unit }: Around): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return valueWords(value)
  const figure = (said: string) => withUnit(grouped(said), unit)
  switch (field) {
    case 'region':
      return placeOf(valueWords(value))
    case 'regions':
      return each(value, (code) => placeOf(valueWords(code)))
    case 'parts':
      return each(value, (part) => `${placeOf(inside(part, 'region'))} ${inside(part, 'sharePercent')}%`)
    case 'value':
    case 'valueHigh':
      return figure(valueWords(value))
    case 'investmentWan':
      return grouped(valueWords(value))
    case 'yearly':
      return each(value, (of) => `${inside(of, 'year')}年 ${figure(inside(of, 'value') || inside(of, 'planWan'))}`)
    case 'baseline':
      return `${figure(inside(value, 'value'))}（${inside(value, 'year')}年）${inside(value, 'note')}`
    default:
      return valueWords(value)
  }
}

import { findRoute, type Route } from './route'
import { spell, withoutDeeds } from './spelling'

/** What can be told from a project's name alone. */
export type Name = {
  /** Spelled alike, without the words of building: the whole name, then what stands for it or for a part of it. */
  wordings: { text: string; whole: boolean }[]
  /** Numbered parts by what is numbered: 期 → 2, 千伏 → 500. */
  numbers: ReadonlyMap<string, ReadonlySet<string>>
  /** 东段, 南岸, 上游: which side or part of something. */
  sides: ReadonlySet<string>
  route: Route | undefined
  /** What kind of thing it is, where the name says it: 机场, 水库, 医院. */
  thing: string | undefined
}

/** Notes of those who wrote a list down, not part of any name. */
const NOTE = /^(?:专栏\d*|正文|图\d*|附表\d*)$/
const NUMBERED = /(\d+(?:至\d+)*)(期|号线|号|标段|标|批|千伏|kv)/g
const SIDE = /([东西南北中]|上|下|左|右)(段|岸|线|片区|环线|环|延线|延段|延|游|站)/g
const UNITS: Readonly<Record<string, string>> = { kv: '千伏', 标段: '标' }

/** Things that are never each other; longest first, looked for at the end of a name. */
const THINGS = [
  ...['污水处理厂', '垃圾焚烧发电厂', '综合保税区', '高新技术产业园区', '经济技术开发区', '变电站', '水电站', '输变电'],
  ...['图书馆', '博物馆', '体育馆', '文化馆', '科技馆', '体育中心', '医院', '学校', '小学', '中学', '大学', '学院'],
  ...['幼儿园', '敬老院', '机场', '水库', '大桥', '隧道', '公园', '港区', '码头', '物流园', '客运站', '火车站'],
  ...['水厂', '电厂', '景区', '车站', '社区', '灌区', '自贸区', '新区', '高速公路', '铁路', '高铁', '高速', '快速路'],
]

export function readName(name: string): Name {
  const spelled = spell(name)
  const asides = [...spelled.matchAll(/\(([^()]*)\)/g)].map(([, aside]) => aside ?? '')
  const bare = spelled.replace(/\([^()]*\)/g, '')
  const kept = asides.filter((aside) => !NOTE.test(aside))
  const parts = bare.split(/[、和及]/).filter((part) => part.length >= 5)
  const wordings = [
    { text: withoutDeeds(bare) + kept.map(withoutDeeds).join(''), whole: true },
    ...(kept.length > 0 ? [{ text: withoutDeeds(bare), whole: true }] : []),
    ...kept.filter((aside) => aside.length >= 4).map((aside) => ({ text: withoutDeeds(aside), whole: false })),
    ...(parts.length > 1 ? parts.map((part) => ({ text: withoutDeeds(part), whole: false })) : []),
  ]
  const thing = THINGS.find((end) => withoutDeeds(bare).endsWith(end))
  return { wordings, numbers: numbersOf(spelled), sides: sidesOf(spelled), route: findRoute(spelled), thing }
}

function numbersOf(spelled: string): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>()
  for (const [, number = '', counted = ''] of spelled.matchAll(NUMBERED)) {
    const of = UNITS[counted] ?? counted
    numbers.set(of, (numbers.get(of) ?? new Set()).add(number))
  }
  return numbers
}

const sidesOf = (spelled: string): Set<string> => new Set([...spelled.matchAll(SIDE)].map(([side]) => side))

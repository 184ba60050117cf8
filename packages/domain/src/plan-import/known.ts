import type {
  IndicatorListed,
  PlanListed,
  ProjectListed,
  RegionListed,
  TargetListed,
} from '@lianxi/schema/events/facts'
import { findAbolished } from '../place/abolished'
import { sameWords } from './derived-code'

/** What the board has, and for whom the file speaks: `owner` null the zone's secretariat, else a region's coordinator. */
export type Known = {
  zone: { code: string; name: string }
  owner: string | null
  regions: readonly Pick<RegionListed, 'code' | 'name' | 'shortName'>[]
  plans: readonly PlanListed[]
  indicators: readonly IndicatorListed[]
  targets: readonly TargetListed[]
  projects: readonly ProjectListed[]
  /** The one plan of the file, else the one plan there is: rows that name none belong to it. */
  onlyPlan?: PlanListed | undefined
  /** Bodies that stand (not 撤销), by whose names a plan says who answers for what. */
  bodies?: readonly { name: string }[]
  /** Targets and projects a mid-term review revised: a file does not take that back. */
  revised?: ReadonlySet<string>
  /** Those of which a revision is proposed and not yet approved. */
  proposed?: ReadonlySet<string>
  /** Plans of which a list asks something: they stay issued. */
  binding?: ReadonlySet<string>
}

/** 凉山州, 凉山 and 凉山彝族自治州 are one name; one character alone (东, 西) is none. */
const plain = (name: string): string => /^..+?(?=([一-龥]{1,8}族)?自治[州县]$|[市州县区]$)/u.exec(name)?.[0] ?? name

/** 市, 州, 县 or 区 at a name's end: what level somebody means. 凉山 alone means none. */
const levelOf = (name: string): string | undefined => /^..+([市州县区])$/u.exec(name)?.[1]

export type Found<Thing> = { ok: true; it: Thing } | { ok: false; sentence: string }

/** A region by code or name; the zone by its own name or code. Regions that are gone say what became of them. */
export function findPlace({ zone, regions }: Known, said: string): Found<string> {
  const word = sameWords(said)
  if (word === zone.code || word === sameWords(zone.name)) return { ok: true, it: zone.code }
  const matching = regions.filter(({ code, name, shortName }) =>
    [code, sameWords(name), sameWords(shortName)].includes(word),
  )
  const [region] = matching
  if (matching.length === 1 && region !== undefined) return { ok: true, it: region.code }
  if (matching.length > 1) return { ok: false, sentence: `“${said}”有几个同名的行政区，请写六位代码` }
  const gone = findAbolished(word)
  if (gone !== undefined) {
    return {
      ok: false,
      sentence: `“${gone.name}”已于${gone.year}年撤销，现为“${gone.now}”（${gone.nowCode}），请改用现名`,
    }
  }
  const alike = regions.filter(({ name, shortName }) => [plain(name), plain(shortName)].includes(plain(word)))
  const [only] = alike
  if (alike.length === 1 && only !== undefined) {
    const level = levelOf(word)
    const levels = [only.name, only.shortName].map((name) => levelOf(sameWords(name)))
    if (level === undefined || levels.includes(level)) return { ok: true, it: only.code }
    return { ok: false, sentence: `“${said}”与已登记的“${only.name}”级别不同，请核对后写全称或六位代码` }
  }
  return { ok: false, sentence: `“${said}”不是已登记的行政区，请核对名称或六位代码；确需登记的，请联系系统管理员` }
}

/** One of the named things by its code or, if that is unique, its name. */
export function findNamed<Thing extends { code: string; name: string }>(
  things: readonly Thing[],
  said: string,
  what: string,
): Found<Thing> {
  const byCode = things.find(({ code }) => code === said.toUpperCase())
  if (byCode !== undefined) return { ok: true, it: byCode }
  const named = things.filter(({ name }) => sameWords(name) === sameWords(said))
  const [only] = named
  if (named.length === 1 && only !== undefined) return { ok: true, it: only }
  return named.length > 1
    ? {
        ok: false,
        sentence: `有${named.length}个${what}都叫“${said}”（${named.map(({ code }) => code).join('、')}），请写编号`,
      }
    : { ok: false, sentence: `没有找到${what}“${said}”，请核对；新的${what}请先在本文件相应的表中写明` }
}

import { parseMessage } from '@lianxi/schema/events/parse'
import { buildTargetReport } from '@lianxi/testkit/events-reports'
import { POISON } from '@lianxi/testkit/poison/kinds'
import { draftOf, recordOf } from '@lianxi/testkit/poison/message'
import { randomFrom } from '@lianxi/testkit/random'
import { describe, expect, test } from 'vitest'
import { encodedBy } from '../testing/message'

const OFFICE = { zone: 'Z-PX', region: '510403', body: '510403-FGJ' }
const ID = '01999d11-9800-7012-8a3e-5f0c9d210012'

/** What the worker says about a message of this kind. */
function told(kind: string, seed: number): string {
  const event = encodedBy(OFFICE, buildTargetReport(OFFICE), { id: ID })
  const spoilt = POISON[kind]?.spoil({ event, earlier: ID, random: randomFrom(seed) })
  const { key, value, headers } = recordOf({ ...draftOf(event), ...spoilt })
  const named = new Map<string, (Buffer | null)[]>()
  for (const [name, text] of headers) named.set(String(name), [...(named.get(String(name)) ?? []), text])
  const read = Object.fromEntries([...named].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? null) : all]))
  const parsed = parseMessage({ topic: event.topic, key, value, headers: read })
  return parsed.ok ? 'an event' : parsed.detail
}
const parsedAlone = Object.keys(POISON).filter((kind) => POISON[kind]?.reason !== 'id-reused')

describe('17 · what the sender is told', () => {
  test('a Chinese sentence of bounded length for every kind, never a library’s own words', () => {
    for (const kind of parsedAlone) {
      for (let seed = 0; seed < 3; seed += 1) {
        const sentence = told(kind, seed)
        expect(sentence, kind).toMatch(/^[^\p{Cc}\p{Cs}]{8,600}。$/u)
        expect(sentence, kind).toMatch(/\p{Script=Han}/u)
        expect(sentence, kind).not.toMatch(/invalid|expected|unrecogni[sz]ed|too (big|small)/i)
      }
    }
  }, 60_000)

  test('it says what is wrong, where, and what to do', () => {
    expect(Object.fromEntries(parsedAlone.map((kind) => [kind, told(kind, 1)]))).toMatchInlineSnapshot(`
      {
        "a byte order mark": "消息内容以字节顺序标记（BOM）开头，不是有效的 JSON，请去掉该标记。",
        "a code that is none": "“目标进展填报”不符合数据约定。subject：编号或格式不符合约定。请改正后以新的事件编号重新发送。",
        "a control character": "“目标进展填报”不符合数据约定。reportedBy：含有不可见的控制字符，请删除后重试。请改正后以新的事件编号重新发送。",
        "a correction without its reason": "“目标进展填报”不符合数据约定。correctionReason：更正须说明原因。请改正后以新的事件编号重新发送。",
        "a date that does not exist": "“目标进展填报”不符合数据约定。submittedAt：应在 1990 年至 2060 年之间。请改正后以新的事件编号重新发送。",
        "a deep valid value": "JSON 嵌套超过12层，约定中没有这样深的内容。",
        "a doubled header": "消息头 ce_time 重复，请只保留一个。",
        "a field too few": "“目标进展填报”不符合数据约定。content：缺少此项。请改正后以新的事件编号重新发送。",
        "a field too many": "“目标进展填报”不符合数据约定。内容：含有约定之外的字段“备注”。请改正后以新的事件编号重新发送。",
        "a header that is no UTF-8": "消息头 ce_time 不是 UTF-8 文本。",
        "a header without a value": "消息头 ce_time 没有值。",
        "a key twice": "JSON 的同一对象中有重复的键，无法判断以哪一个为准，请只保留一个。",
        "a list for an object": "“目标进展填报”不符合数据约定。内容：应为对象，实际为文本。请改正后以新的事件编号重新发送。",
        "a missing header": "缺少消息头 ce_time。",
        "a moment that is none": "消息头 ce_time 的值“2025-10-10 02:00”不符合约定：应为 UTC 时刻，如 2025-10-12T10:00:00.000Z。",
        "a newer version": "事件“目标进展填报”的版本 v7 高于本系统支持的 v1，系统升级后可重新处理，不必重发。",
        "a number beyond numeric": "“目标进展填报”不符合数据约定。content.value：应为数字，整数部分不超过15位，小数不超过6位。请改正后以新的事件编号重新发送。",
        "a number that is no text": "“目标进展填报”不符合数据约定。content.value：应为文本，实际为 true。请改正后以新的事件编号重新发送。",
        "a period that does not exist": "“目标进展填报”不符合数据约定。period：报告期应写作 2025、2025H1、2025Q3 或 2025-09。请改正后以新的事件编号重新发送。",
        "a text too long": "“目标进展填报”不符合数据约定。content.problems：不超过1000字。请改正后以新的事件编号重新发送。",
        "a thousand faults": "“目标进展填报”不符合数据约定。warnings：不超过 20 项。请改正后以新的事件编号重新发送。",
        "a type of another topic": "“报告期开放”应写入以 plan.v1 结尾的主题，请改发到该主题。",
        "an abyss": "JSON 嵌套超过12层，约定中没有这样深的内容。",
        "an empty value": "消息没有内容；约定中没有以空消息表示删除的做法。",
        "an enormous key": "消息键“kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…”，与内容所指“XQ-145-T001”不一致；消息键、ce_subject 与内容中的编号须相同。",
        "an id that is no UUIDv7": "消息头 ce_id 的值“01999D11-9800-7012-8A3E-5F0C9D210012”不符合约定：事件编号应为小写的 UUIDv7。",
        "an integer beyond integers": "“目标进展填报”不符合数据约定。revision：不超过 999。请改正后以新的事件编号重新发送。",
        "an unknown type": "事件类型“lianxi.target.progress-reported”不在约定之内，请核对消息头 ce_type。",
        "another key": "消息键“不是文本”，与内容所指“XQ-145-T001”不一致；消息键、ce_subject 与内容中的编号须相同。",
        "another media type": "消息头 content-type 的值“application/json; charset=gbk”不符合约定：应为以下之一：application/json。",
        "another region": "内容中的行政区 510402 不属于 510403；该主题只能由 510403 以自己的名义填报。",
        "another region’s body": "填报单位 510402-FGJ 不属于 510403；该主题只能由 510403 以自己的名义填报。",
        "another region’s voice": "消息头 ce_source 的单位 510402-FGJ 不属于 510403；该主题只能由 510403 以自己的名义填报。",
        "another subject in the header": "消息头 ce_subject “XQ-145-T999”，与内容所指“XQ-145-T001”不一致；消息键、ce_subject 与内容中的编号须相同。",
        "as large as the topic allows": "消息内容不是完整有效的 JSON，请检查是否被截断，或引号、逗号、括号有误。",
        "bytes of another encoding": "消息内容不是有效的 UTF-8 文本，请检查发送程序的字符编码（如误用 GBK）或压缩设置。",
        "cut-off JSON": "消息内容不是完整有效的 JSON，请检查是否被截断，或引号、逗号、括号有误。",
        "half a character": "“目标进展填报”不符合数据约定。content.note：含有不可见的控制字符，请删除后重试。请改正后以新的事件编号重新发送。",
        "hostile headers": "缺少消息头 ce_id。",
        "no value": "消息没有内容；约定中没有以空消息表示删除的做法。",
        "thousands of headers": "缺少消息头 ce_id。",
        "words": "消息内容不是完整有效的 JSON，请检查是否被截断，或引号、逗号、括号有误。",
      }
    `)
  })
})

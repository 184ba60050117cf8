import type { HandoverAgreed } from '@lianxi/schema/events/cross-region'
import { SECRETARIAT } from '../people'
import type { Said } from './said'

const BY = 'Z-PX-LXB'

type Handover = Pick<HandoverAgreed, 'code' | 'subject' | 'giver' | 'receiver' | 'what' | 'dueOn' | 'unlocks'>

/** 衔接节点 agreed with a year's list: one kept, one that is late at the demo's moment, one whose day comes soon. */
const AGREED: Readonly<Record<number, readonly Handover[]>> = {
  2024: [
    {
      ...{ code: 'PX-145-P302-J01', subject: 'PX-145-P302', giver: '510400', receiver: '513400' },
      ...{ what: '远程会诊平台接口规范', dueOn: '2024-11-30', unlocks: '凉山州医院信息系统改造' },
    },
  ],
  2025: [
    {
      ...{ code: 'PX-145-P118-J01', subject: 'PX-145-P118', giver: '513400', receiver: '510400' },
      ...{ what: '会理段用地手续和管沟验收单', dueOn: '2025-09-30', unlocks: '攀枝花段焊接进场' },
    },
    {
      ...{ code: 'PX-145-P243-J01', subject: 'PX-145-P243', giver: '510400', receiver: '513400' },
      ...{ what: '盐边段控制测量成果和红线图', dueOn: '2025-10-14', unlocks: '盐源段勘察定测' },
    },
  ],
}

/** Those of the year before that were kept, recorded when the next list is adopted. */
const REACHED: Readonly<Record<number, readonly { of: Handover | undefined; on: string }[]>> = {
  2025: [{ of: AGREED[2024]?.[0], on: '2024-11-18' }],
}

/** What the secretariat says of handovers on the day a year's lists are adopted. */
export function handoversOf(year: number): Said[] {
  const said = { by: BY, person: SECRETARIAT.name, on: `${year}-01-20` }
  const reached = (REACHED[year] ?? []).flatMap(({ of, on }): Said[] =>
    of === undefined
      ? []
      : [
          {
            source: BY,
            event: {
              type: 'lianxi.handover.reached.v1',
              data: { code: of.code, subject: of.subject, reachedOn: on, note: '已书面移交（演示）', ...said },
            },
          },
        ],
  )
  const agreed = (AGREED[year] ?? []).map((handover): Said => ({
    source: BY,
    event: {
      type: 'lianxi.handover.agreed.v1',
      data: { ...handover, basis: `联席会议${year}年第一次会议（演示）`, ...said },
    },
  }))
  return [...reached, ...agreed]
}

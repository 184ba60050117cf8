import { status as statuses } from '@lianxi/schema/status-vocabulary'
import { ATTENTION_LABELS, AttentionReason } from '@lianxi/schema/views/overview'
import { BAD_STATUSES, type StatusMark } from '@lianxi/schema/views/status'

const BAD = BAD_STATUSES.map((one) => statuses.labels[one]).join('、')
const OTHERS = AttentionReason.options.filter((reason) => reason !== 'status')

/** What is 需关注, in words: as `isWatched` asks of a cell. */
export const ATTENTION_RULE = `状态为${BAD}的，约束性和重点事项${statuses.labels.behind}的，以及${OTHERS.map((reason) => ATTENTION_LABELS[reason]).join('、')}的`

const POOR: readonly string[] = [...BAD_STATUSES, 'behind']

/** Does its status ask for a reason, whatever the item is listed for? */
export const isPoor = (mark: StatusMark | null): mark is StatusMark => mark !== null && POOR.includes(mark.status)

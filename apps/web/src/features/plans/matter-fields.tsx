import type { TypeDecision } from '@lianxi/schema/commands/plan-import'
import type { RegionName } from '@lianxi/schema/views/common'
import { workField } from '@lianxi/schema/vocabulary'
import { Choice, Field, named } from '@/features/year-list/fields'

type Matter = TypeDecision['matters'][number]
export const blank = (): Matter => ({
  name: '',
  field: workField.words[0] ?? '综合经济',
  region: null,
  article: '',
  bodies: '',
})

type Props = { number: number; matter: Matter; regions: RegionName[]; onChange: (matter: Matter) => void }

/** One matter of a decision; without a region it is the decision's own. */
export function MatterFields({ number, matter, regions, onChange }: Props) {
  const change = (part: Partial<Matter>) => onChange({ ...matter, ...part })
  const places = named([{ code: '', name: '全部（文件所属地区）' }, ...regions])
  return (
    <fieldset>
      <legend>事项 {number}</legend>
      <Field label="事项" value={matter.name} onChange={(name) => change({ name })} />
      <Choice label="领域" value={matter.field} options={workField} onChange={(field) => change({ field })} />
      <Choice
        label="地区"
        value={matter.region ?? ''}
        options={places}
        onChange={(region) => change({ region: region === '' ? null : region })}
      />
      <Field label="条目（如 第三条、议题二）" value={matter.article} onChange={(article) => change({ article })} />
      <Field label="责任单位" value={matter.bodies} onChange={(bodies) => change({ bodies })} />
    </fieldset>
  )
}

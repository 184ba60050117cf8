import type { Provenance } from '@lianxi/schema/views/common'
import type { Attribute, SubjectKind } from '@lianxi/schema/vocabulary'
import { AttributeTag, Tag } from '@/features/ui/mark'
import s from './board.module.css'
import { subjectHref, type Time } from './links'
import { placeOf } from './promise-words'

type Props = {
  kind: SubjectKind
  subject: string
  name: string
  attribute: Attribute | null
  source: Provenance
  time: Time
  crossRegion?: boolean
}

/** A subject in a list: its name, what it is, and where the plan says it. */
export function SubjectName({ kind, subject, name, attribute, source, time, crossRegion = false }: Props) {
  const said = `${source.draft ? '（征求意见稿）' : ''}${source.planName} ${placeOf(source)}`
  return (
    <>
      <AttributeTag attribute={attribute} />
      {crossRegion ? <Tag>跨区域</Tag> : null}
      <a href={subjectHref(kind, subject, time)}>{name}</a>
      <span className={`sub ${s.source ?? ''}`} title={said}>
        {said}
      </span>
    </>
  )
}

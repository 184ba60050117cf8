import type { InvitableView, PartnersView } from '@lianxi/schema/views/partner'
import s from '@/features/subject/subject.module.css'
import { InviteForm } from './invite-form'
import { Partnership } from './partnership'

/** What a project's page says of its partners in other zones; `invitable`: for who may invite. */
export function PartnersSection({
  view,
  subject,
  invitable,
}: {
  view: PartnersView
  subject: string
  invitable: InvitableView | null
}) {
  const mayInvite = invitable !== null && invitable.zones.length > 0
  if (view.partnerships.length === 0 && !mayInvite) return null
  return (
    <section className={s.section} aria-labelledby="partners">
      <h2 id="partners">外区合作</h2>
      {view.partnerships.length === 0 ? <p className="quiet">没有外区合作方。</p> : null}
      {view.partnerships.map((one) => (
        <Partnership key={`${one.of.code} ${one.code}`} zone={view.zone.code} partnership={one} />
      ))}
      {mayInvite ? (
        <InviteForm key={view.partnerships.length} zone={view.zone.code} subject={subject} invitable={invitable} />
      ) : null}
    </section>
  )
}

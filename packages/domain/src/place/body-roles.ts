import type { BodyKind, Role } from '@lianxi/schema/vocabulary'
import { role as roles } from '@lianxi/schema/vocabulary'

/**
 * Which roles a body's people can have. 联席会议办公室, 领导, 答复人 and 人大/审计 see the whole zone, the others one region: an
 * office that reports cannot also be the one that judges reports, nor an overseer the one who is overseen. A province's
 * department can lead the yearly list (listLead), so its people may sit in the secretariat; people's congresses and
 * auditors of a city are listed as departments.
 */
const ROLES_OF: Record<BodyKind, readonly Role[]> = {
  'coordinating-office': ['reporter', 'approver', 'coordinator', 'responder', 'leader'],
  department: ['reporter', 'approver', 'responder', 'oversight'],
  'provincial-department': ['responder', 'leader', 'secretariat'],
  secretariat: ['secretariat', 'leader'],
  'leading-group': ['leader'],
  oversight: ['oversight'],
}

/** Roles to choose from for somebody of a body. An administrator belongs to none of them. */
export const rolesOf = (kind: BodyKind): readonly Role[] => ROLES_OF[kind]

/** 填报人、审核人: what a body of the kind can be given, for the sentence that refuses another. */
export const roleNames = (kind: BodyKind): string => ROLES_OF[kind].map((one) => roles.labels[one]).join('、')

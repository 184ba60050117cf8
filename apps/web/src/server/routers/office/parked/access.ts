import type { Access } from '../../../access'

/** People of the region's own offices: its messages are its own affair, and the administrators'. */
export const OFFICE: Access = { roles: ['reporter', 'approver', 'coordinator'], scope: 'region' }

import type { Access } from '../../access'

/** Everybody of the zone but its administrators reads the board; offices see the timeliness of their own regions. */
export const BOARD_READERS: Access = {
  roles: ['reporter', 'approver', 'coordinator', 'responder', 'secretariat', 'leader', 'oversight'],
  scope: 'zone',
}

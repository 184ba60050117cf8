import { router } from '../../trpc'
import { addMembership } from './add-membership'
import { audit } from './audit'
import { bodies } from './bodies'
import { addBody } from './body/add'
import { endBody } from './body/end'
import { renameBody } from './body/rename'
import { viewBodies } from './body/view'
import { addRegion } from './channels/add-region'
import { addZone } from './channels/add-zone'
import { issueCredential } from './channels/issue'
import { listChannels } from './channels/list'
import { revokeCredential } from './channels/revoke'
import { setChannel } from './channels/set-channel'
import { createAccount } from './create-account'
import { addHook } from './hooks/add'
import { endHook } from './hooks/end'
import { listHooks } from './hooks/list'
import { listAccounts } from './list-accounts'
import { discardParked } from './parked/discard'
import { listParked } from './parked/list'
import { parkedMessage } from './parked/message'
import { parkedPayload } from './parked/payload'
import { parkedProgress } from './parked/progress'
import { reopenParked } from './parked/reopen'
import { resendRefused } from './parked/resend'
import { retryParked } from './parked/retry'
import { removeMembership } from './remove-membership'
import { resetPassword } from './reset-password'
import { setAccountDisabled } from './set-account-disabled'
import { stream } from './stream'

export const admin = router({
  body: router({ view: viewBodies, add: addBody, rename: renameBody, end: endBody }),
  accounts: router({
    list: listAccounts,
    create: createAccount,
    setDisabled: setAccountDisabled,
    resetPassword,
    addMembership,
    removeMembership,
  }),
  channels: router({
    list: listChannels,
    set: setChannel,
    issue: issueCredential,
    revoke: revokeCredential,
    addRegion,
    addZone,
  }),
  hooks: router({ list: listHooks, add: addHook, end: endHook }),
  bodies,
  audit,
  stream,
  parked: router({
    list: listParked,
    progress: parkedProgress,
    message: parkedMessage,
    payload: parkedPayload,
    retry: retryParked,
    discard: discardParked,
    reopen: reopenParked,
    resend: resendRefused,
  }),
})

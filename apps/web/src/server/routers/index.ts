import { tellInputs } from '../refused-input'
import { router } from '../trpc'
import { admin } from './admin/index'
import { changed } from './board/changed'
import { changes } from './board/changes'
import { crossRegion } from './board/cross-region'
import { moments } from './board/moments'
import { overview } from './board/overview'
import { periods } from './board/periods'
import { projects } from './board/projects'
import { subject } from './board/subject'
import { targets } from './board/targets'
import { indicator } from './indicator/index'
import { say as crossRegionSay } from './cross-region/say'
import { library } from './library/index'
import { answer as answerAsk, ask, asks, takeBack as takeBackAsk } from './duty/ask'
import { chasing } from './duty/chasing'
import { extend } from './duty/extend'
import { remind } from './duty/remind'
import { withdraw as withdrawExtension } from './duty/withdraw'
import { list as evidenceList } from './evidence/list'
import { one as evidenceOne } from './evidence/one'
import { remove as evidenceRemove } from './evidence/remove'
import { upload as evidenceUpload } from './evidence/upload'
import { judge as baselineJudge, state as baselineState } from './baseline/answer'
import { asked as baselineAsked } from './baseline/asked'
import { dueList } from './office/due-list'
import { form } from './office/form'
import { grid } from './office/grid'
import { meeting } from './meeting/index'
import { list as noticeList } from './notice/list'
import { read as readNotices } from './notice/read'
import { setEmail } from './notice/set-email'
import { countOwnParked } from './office/parked/count'
import { fetchOwnParked } from './office/parked/fetch'
import { listOwnParked } from './office/parked/list'
import { ownParkedMessage } from './office/parked/message'
import { ownParkedPayload } from './office/parked/payload'
import { all as sheetAll } from './office/sheet/all'
import { marked as sheetMarked } from './office/sheet/marked'
import { saveRows as sheetSaveRows } from './office/sheet/save-rows'
import { template as sheetTemplate } from './office/sheet/template'
import { upload as sheetUpload } from './office/sheet/upload'
import { view as sheetView } from './office/sheet/view'
import { partner } from './partner/index'
import { all as planAll } from './plan/all'
import { apply as planApply } from './plan/apply'
import { importView } from './plan/import-view'
import { map as planMap } from './plan/map'
import { one as planOne } from './plan/one'
import { revise as planRevise } from './plan/revise'
import { adoptRules, previewRules } from './plan/adopt-rules'
import { rules as planRules } from './plan/rules'
import { tables as planTables } from './plan/tables'
import { typeDecision } from './plan/type-decision'
import { upload as planUpload } from './plan/upload'
import { page as publicPage } from './public/page'
import { zone as publicZone } from './public/zone'
import { zones as publicZones } from './public/zones'
import { approve } from './report/approve'
import { confirm } from './report/confirm'
import { nil } from './report/nil'
import { receipt } from './report/receipt'
import { returnReport } from './report/return'
import { saveDraft } from './report/save-draft'
import { sendBack } from './report/send-back'
import { startCorrection } from './report/start-correction'
import { submit } from './report/submit'
import { submitDrafts } from './report/submit-drafts'
import { withdraw } from './report/withdraw'
import { saveMany, submitMany } from './report/write-many'
import { applied } from './review/applied'
import { queue } from './review/queue'
import { changePassword } from './session/change-password'
import { demoAccounts } from './session/demo-accounts'
import { me } from './session/me'
import { present } from './session/present'
import {
  answer as statusAnswer,
  object as statusObject,
  override as statusOverride,
  withdraw as statusWithdraw,
  withdrawObjecting as statusWithdrawObjection,
} from './status/say'
import { accept as yearListAccept } from './year-list/accept'
import { adopt as yearListAdopt } from './year-list/adopt'
import { all as yearListAll } from './year-list/all'
import { assign as yearListAssign } from './year-list/assign'
import { change as yearListChange } from './year-list/change'
import { create as yearListCreate } from './year-list/create'
import { deleteList as yearListDelete } from './year-list/delete'
import { mechanism as yearListMechanism } from './year-list/mechanism'
import { object as yearListObject } from './year-list/object'
import { one as yearListOne } from './year-list/one'
import { openConsultation as yearListOpenConsultation } from './year-list/open-consultation'
import { plan as yearListPlan } from './year-list/plan'
import { putItem as yearListPutItem } from './year-list/put-item'
import { removeItem as yearListRemoveItem } from './year-list/remove-item'
import { responsibility as yearListResponsibility } from './year-list/responsibility'
import { revise as yearListRevise } from './year-list/revise'
import { settle as yearListSettle } from './year-list/settle'
import { subjects as yearListSubjects } from './year-list/subjects'
import { takeItems as yearListTakeItems } from './year-list/take-items'

export const appRouter = router({
  session: router({ me, present, demoAccounts, changePassword }),
  board: router({ overview, changes, moments, periods, targets, projects, subject, changed, crossRegion }),
  office: router({
    dueList,
    form,
    grid,
    sheet: router({
      all: sheetAll,
      marked: sheetMarked,
      saveRows: sheetSaveRows,
      template: sheetTemplate,
      upload: sheetUpload,
      view: sheetView,
    }),
    parked: router({
      list: listOwnParked,
      count: countOwnParked,
      message: ownParkedMessage,
      payload: ownParkedPayload,
      fetch: fetchOwnParked,
    }),
  }),
  review: router({ applied, queue }),
  public: router({ zones: publicZones, zone: publicZone, page: publicPage }),
  duty: router({ chasing, extend, withdrawExtension, remind, asks, ask, takeBackAsk, answerAsk }),
  notice: router({ list: noticeList, read: readNotices, setEmail }),
  evidence: router({ list: evidenceList, one: evidenceOne, upload: evidenceUpload, remove: evidenceRemove }),
  report: router({
    saveDraft,
    saveMany,
    submit,
    submitMany,
    submitDrafts,
    approve,
    sendBack,
    withdraw,
    startCorrection,
    nil,
    return: returnReport,
    confirm,
    receipt,
  }),
  plan: router({
    all: planAll,
    one: planOne,
    tables: planTables,
    upload: planUpload,
    typeDecision,
    import: importView,
    mapImport: planMap,
    applyImport: planApply,
    revise: planRevise,
    rules: planRules,
    previewRules,
    adoptRules,
  }),
  indicator,
  baseline: router({ asked: baselineAsked, state: baselineState, judge: baselineJudge }),
  status: router({
    override: statusOverride,
    withdraw: statusWithdraw,
    withdrawObjection: statusWithdrawObjection,
    object: statusObject,
    answer: statusAnswer,
  }),
  crossRegion: router({ say: crossRegionSay }),
  library,
  meeting,
  partner,
  yearList: router({
    accept: yearListAccept,
    adopt: yearListAdopt,
    all: yearListAll,
    assign: yearListAssign,
    change: yearListChange,
    create: yearListCreate,
    delete: yearListDelete,
    mechanism: yearListMechanism,
    object: yearListObject,
    one: yearListOne,
    openConsultation: yearListOpenConsultation,
    plan: yearListPlan,
    putItem: yearListPutItem,
    removeItem: yearListRemoveItem,
    responsibility: yearListResponsibility,
    revise: yearListRevise,
    settle: yearListSettle,
    subjects: yearListSubjects,
    takeItems: yearListTakeItems,
  }),
  admin,
})
tellInputs(appRouter._def.procedures)
export type AppRouter = typeof appRouter

import type { Finding, Refusal, RefusalCode } from '@lianxi/schema/views/result'

/** Each refusal's sentence; it says what to do next. `content-invalid` speaks through its findings. */
const SENTENCES = {
  'not-found': '没有找到这条填报，请返回列表刷新后重试。',
  'no-duty': '年度清单没有要求本地区填报此事项，无需填报。',
  'not-your-body': '此事项由其他单位填报，您所在单位不能办理；如分工有误，请联系统筹人。',
  'period-not-open': '该报告期尚未开放，请在开放后填报。',
  'period-closed': '该报告期已关闭，不能再填报；确需更正的，请联系联席会议办公室退回后重报。',
  'direct-channel': '本单位的此类事项由业务系统直接报送，不能在网页填报。',
  'version-conflict': '这条填报刚刚被他人修改。您填写的内容没有丢失，请对照两份内容后再保存。',
  'wrong-state': '这条填报的状态已经变化，请刷新后再办理。',
  'own-report': '不能审核自己提交的填报，请由其他审核人办理。',
  'not-submitter': '只有提交人可以撤回，请联系提交人或由审核人退回。',
  'content-invalid': '填报内容有错误，请按各栏提示修改后再提交。',
  'warning-unanswered': '有提示尚未说明原因，请在提示下说明后再提交。',
  'reason-required': '请说明原因。',
  'not-current': '这份填报已被更正，请对最新一次填报办理。',
  'already-judged': '这份填报已经确认或退回，无需再次办理。',
  'too-large': '填报内容过长，请精简文字后再提交。',
  'key-reused': '请求编号重复而内容不同，请刷新页面后重试。',
  'place-unknown': '没有登记这个经济区、填报行政区或单位，请核对代码。',
  'code-taken': '这个代码已经登记，请核对。',
  'region-code-shape': '区划代码与级别不符：省级以0000结尾，市州以00结尾，区县不以00结尾。',
  'parent-unknown': '请选择代码所属的上级行政区；上级须先登记，省级没有上级。',
  'office-code-shape': '统筹部门代码应以本行政区代码和连字符开头，如 510411-FGJ。',
  'channel-unchanged': '该单位的此类事项已经是这种报送方式，请刷新页面。',
  'credential-pending': '这个凭据的上一次申请还没有办理完，请稍候。',
  'credential-in-use': '这个凭据正在使用。需要更换的，请用“更换口令”，或发放另一个凭据。',
  'credential-absent': '这个凭据没有发放或已经吊销。',
  'username-taken': '用户名已被使用，请换一个。',
  'already-member': '该人员在此单位已有这一角色。',
  'not-allowed': '您没有办理此事项的权限。',
  'password-wrong': '当前密码不正确，请重新填写。',
  'password-short': '新密码至少12位，请换一个长一些的。',
  'password-same': '新密码与当前密码相同，请换一个。',
  'list-changed': '清单刚刚被他人修改，请刷新后再办理。',
  'list-locked': '清单已下达，内容已锁定；确需调整的，请以“修订”办理并注明依据。',
  'list-exists': '该单位本年度已有清单，请在原清单上办理。',
  'list-empty': '清单中还没有事项，请先加入事项。',
  'list-answers-open': '还有事项未认领，或异议、疑问尚未答复，请协商一致后再下达。',
  'list-no-calendar': '有事项的填报频率没有相应的报送时限，请先在清单上设定。',
  'list-not-yours': '这份清单由其他单位制定，您不能修改。',
  'item-duplicate': '清单中该地区已有这一事项，请修改原事项。',
  'item-body-foreign': '填报单位须是该地区的单位，请重新选择。',
  'item-plan-draft': '此事项出自征求意见稿，尚未印发，不能列入清单。',
  'item-duty-differs': '本年度另一份已下达清单已要求其他单位或以其他频率填报此事项，请先协商一致：同一数据只报一次。',
  'item-unchanged': '内容没有变化，无需修订。',
  'date-in-future': '下达（修订）日期不能晚于今天。',
  'too-many-attempts': '密码连续输错次数过多，请稍后再试，或请系统管理员重设密码。',
  'revision-of-draft': '规划还是征求意见稿，不办理修订；印发稿有变化的，请重新导入。',
  'revision-not-current': '这个目标刚刚有修订（或修订正在入库），请刷新后在最新一次修订的基础上办理。',
  'revision-qualitative': '定性目标没有数值，不在此办理修订。',
  'revision-range': '区间目标须填下限和上限且下限不大于上限，其他目标只填一个数。',
  'revision-year': '目标年须晚于基期年，请核对。',
  'plan-import-unreadable': '文件无法读取，请另存为“Excel 工作簿（.xlsx）”后再上传。',
  'plan-import-classified': '文件标有密级。本系统为非涉密系统，不得上传涉密文件；文件没有保存。',
  'plan-import-applied': '这份文件已经导入。如需更正，请改好后重新上传。',
  'plan-import-changed': '列的对应刚刚被他人修改，请刷新后再办理。',
  'plan-import-faulty': '文件还有错误，没有导入任何内容。请按各行提示改正后重新上传。',
  'plan-import-warnings': '请先核对各条提示，并勾选“已核对”。',
  'plan-import-stale':
    '您核对之后，系统中的数据又有变化（可能有人刚刚导入），没有导入任何内容。请核对刷新后的内容再导入。',
  'plan-import-running': '上一次导入正在入库，请稍候片刻再导入。',
  'plan-import-empty': '文件与系统中的内容相同，没有需要导入的。',
  'plan-not-yours': '您只能导入本行政区的规划。',
  'parked-settled': '所选消息已经办结，没有可办理的，请刷新后查看。',
} satisfies Record<RefusalCode, string>

export function refuse(code: RefusalCode, field: string | null = null): Refusal {
  return { code, message: SENTENCES[code], field }
}

/** Why the content cannot go out: an error first, else a warning nobody gave a reason for. */
export function findContentRefusal(findings: Finding[], answered: (code: string) => boolean): Refusal | undefined {
  const error = findings.find((finding) => finding.level === 'error')
  if (error !== undefined) return refuse('content-invalid', error.field)
  const open = findings.find((finding) => finding.level === 'warning' && !answered(finding.code))
  return open === undefined ? undefined : refuse('warning-unanswered', open.field)
}

import type { z } from 'zod'
import { vocabulary } from './word-list'

/** The rungs of the project library (项目储备库), in order. What reports say of a project is its `stage`. */
export const rung = vocabulary('储备库阶段', {
  reserve: '储备',
  preliminary: '前期',
  'to-start': '拟开工',
  'under-construction': '在建',
  completed: '建成',
})
export const Rung = rung.schema
export type Rung = z.infer<typeof Rung>

export const preliminaryStep = vocabulary('前期手续', {
  establishment: '立项',
  feasibility: '可研',
  land: '用地',
  environment: '环评',
  design: '初设',
  funds: '资金',
  tender: '招标',
  permit: '施工许可',
})
export const PreliminaryStep = preliminaryStep.schema
export type PreliminaryStep = z.infer<typeof PreliminaryStep>

export const stepState = vocabulary('办理情况', { started: '办理中', done: '已办结', 'not-needed': '无需办理' })
export const StepState = stepState.schema
export type StepState = z.infer<typeof StepState>

/** What a project passes on its way and after (关口). */
export const gate = vocabulary('关口', {
  consultancy: '咨询评估',
  experts: '专家评议',
  publicity: '社会公示',
  audit: '审计',
  evaluation: '后评价',
})
export const Gate = gate.schema
export type Gate = z.infer<typeof Gate>

export const gateOutcome = vocabulary('结论', { passed: '通过', conditional: '有条件通过', failed: '未通过' })
export const GateOutcome = gateOutcome.schema
export type GateOutcome = z.infer<typeof GateOutcome>

/** What a zone says of its listing and one of another zone; the last one said of a pair counts. */
export const samenessFinding = vocabulary('认定', {
  same: '是同一项目',
  different: '不是同一项目',
  withdrawn: '收回认定',
})
export const SamenessFinding = samenessFinding.schema
export type SamenessFinding = z.infer<typeof SamenessFinding>

/** What two zones' findings come to. */
export const samenessStanding = vocabulary('两区认定', {
  agreed: '两区均认定为同一项目',
  ours: '本区认定为同一项目，对方尚未认定',
  theirs: '对方认定为同一项目，本区尚未认定',
  contradicting: '两区认定不一致',
  different: '已认定不是同一项目',
})
export const SamenessStanding = samenessStanding.schema
export type SamenessStanding = z.infer<typeof SamenessStanding>

/** Which of the four rolling views of a year a project is in. */
export const rollingView = vocabulary('滚动视图', {
  completing: '投产',
  continuing: '续建',
  starting: '开工',
  reserve: '储备',
})
export const RollingView = rollingView.schema
export type RollingView = z.infer<typeof RollingView>

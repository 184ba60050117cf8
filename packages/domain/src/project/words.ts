import {
  gate,
  gateOutcome,
  preliminaryStep,
  rung as rungs,
  samenessFinding,
  stepState,
} from '@lianxi/schema/library-vocabulary'
import type { LibraryEvent } from './library'

const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join('，')

/** What was recorded, in words, for a project's record. */
export function libraryWords(event: LibraryEvent): string {
  switch (event.type) {
    case 'lianxi.project.merged.v1':
      return `并入 ${event.data.into}：${joined(event.data.reason, event.data.basis)}`
    case 'lianxi.project.separated.v1':
      return `自 ${event.data.from} 拆出：${event.data.reason}`
    case 'lianxi.project.kept-apart.v1':
      return `认定与 ${event.data.other} 不是同一项目：${event.data.reason}`
    case 'lianxi.project.found-elsewhere.v1': {
      const { otherZone, other, finding, reason } = event.data
      return `对外区项目 ${otherZone} ${other}：${samenessFinding.labels[finding]}，${reason}`
    }
    case 'lianxi.project.advanced.v1': {
      const { rung, previous, reason, on, document, note } = event.data
      const way = reason === null ? '进入' : `由“${previous === null ? '' : rungs.labels[previous]}”退回`
      return `${way}“${rungs.labels[rung]}”：${joined(on, document, note, reason)}`
    }
    case 'lianxi.project.step-recorded.v1': {
      const { step, state, on, document, note } = event.data
      return `${preliminaryStep.labels[step]}${stepState.labels[state]}：${joined(on, document, note)}`
    }
    case 'lianxi.project.gate-recorded.v1': {
      const { gate: passed, outcome, on, document, note } = event.data
      return `${gate.labels[passed]}${gateOutcome.labels[outcome]}：${joined(on, document, note)}`
    }
    case 'lianxi.project.scheduled.v1': {
      const { startIn, completeIn, note } = event.data
      return `计划开工 ${startIn ?? '未定'}、投产 ${completeIn ?? '未定'}${note === null ? '' : `：${note}`}`
    }
    default:
      return event satisfies never
  }
}

import type { ProjectInput, TargetInput } from '../types'

/** A target of a stock that grows from 100 (2020) to 200 (2025), asked for 2023, unless said otherwise. */
export function targetInput(over: Partial<TargetInput> = {}): TargetInput {
  return {
    ...{ unit: '个', basis: 'stock', comparator: 'ge', direction: 'up', standing: false, holdSide: null },
    ...{
      relative: null,
      flag: null,
      planStart: 2021,
      baseline: { value: '100', year: 2020 },
      startsFromNothing: false,
    },
    ...{ target: { value: '200', high: null, year: 2025 }, path: [], yearValue: null, period: '2023', due: true },
    figures: [],
    ...over,
  }
}

/** A project of 10,000 万元 this year, reported, asked for the third quarter, unless said otherwise. */
export function projectInput(over: Partial<ProjectInput> = {}): ProjectInput {
  return {
    ...{ period: '2025Q3', due: true, reported: true, planWan: 10_000, monthlyPercent: null, investedYearWan: null },
    ...{ milestones: [], outcome: null, stage: 'under-construction', progressPercent: null },
    ...over,
  }
}

import type { Located } from './read/read-rows'
import type { MechanismRow } from './rows/mechanism'
import type { ProjectRow } from './rows/project'
import type {
  BaselineRow,
  BodyRow,
  ConfirmationRow,
  IndicatorRow,
  PlanRow,
  RegionRow,
  TaskRow,
  ZoneRow,
} from './rows/reference'
import type { TargetRow } from './rows/target'

/** The plans' facts, in the order of their files. Every row keeps its file and line. */
export type Catalogue = {
  zones: Located<ZoneRow>[]
  regions: Located<RegionRow>[]
  bodies: Located<BodyRow>[]
  confirmations: Located<ConfirmationRow>[]
  mechanisms: Located<MechanismRow>[]
  indicators: Located<IndicatorRow>[]
  plans: Located<PlanRow>[]
  baselines: Located<BaselineRow>[]
  targets: Located<TargetRow>[]
  projects: Located<ProjectRow>[]
  tasks: Located<TaskRow>[]
}

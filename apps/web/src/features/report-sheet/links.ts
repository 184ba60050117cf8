import type { ReportSheetInput } from '@lianxi/schema/commands/report-sheet'
import { address } from '@/features/session/search'

type Upload = { zone: string; region: string; id: string }

export const sheetHref = ({ zone, region, id }: Upload): string => address(`/office/sheets/${id}`, { zone, region })
export const markedHref = ({ zone, region, id }: Upload): string =>
  address(`/api/office/sheets/${id}`, { zone, region })
export const templateHref = (sheet: ReportSheetInput): string => address('/api/office/template', sheet)
export const uploadHref = (sheet: ReportSheetInput): string => address('/api/office/upload', sheet)

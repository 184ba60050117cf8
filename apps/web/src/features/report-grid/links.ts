import { address } from '@/features/session/search'

export const gridPath = '/office/grid'
export const gridHref = (region: string, period: string): string => address(gridPath, { region, period })

/** Addresses of the plans' pages, in one place. */
export const PLANS = '/plans'
export const planHref = (code: string, zone: string): string => `${PLANS}/${code}?zone=${zone}`
export const importHref = (id: string, zone: string): string => `${PLANS}/import/${id}?zone=${zone}`
/** All errors and warnings of an upload as Excel. */
export const faultsHref = (id: string, zone: string): string => `/api/plans/faults?zone=${zone}&id=${id}`
export const templateHref = (zone: string, plan?: string): string =>
  `/api/plans/template?zone=${zone}${plan === undefined ? '' : `&plan=${plan}`}`

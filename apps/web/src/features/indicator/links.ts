export const INDICATORS = '/indicators'
/** `at`: the indicator that is open. */
export const indicatorHref = (zone: string, at: string): string => `${INDICATORS}?zone=${zone}&at=${at}`
export const newIndicatorHref = (zone: string): string => `${INDICATORS}?zone=${zone}&new=1`

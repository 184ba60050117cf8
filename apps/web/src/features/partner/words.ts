export const PARTNERS = '/projects/partners'

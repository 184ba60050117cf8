export const BODIES = '/admin/bodies'

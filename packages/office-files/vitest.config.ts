export { default } from '@lianxi/config/vitest'

export { default } from '@lianxi/config/eslint'

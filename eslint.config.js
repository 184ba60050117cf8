export { default } from './tooling/config/eslint.js'

const { join } = require('node:path')

/** The web's path alias `@/` for dependency-cruiser, which resolves a tsconfig's paths from the wrong folder. */
module.exports = { resolve: { alias: { '@': join(__dirname, '../../apps/web/src') } } }

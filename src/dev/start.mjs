// `npm start`. Built-in modules only until the packages are installed.
import { installWhenNeeded } from './install.mjs'

const startedAt = Date.now()
installWhenNeeded()
const { register } = await import('tsx/esm/api')
register()
const { startShop } = await import('./launch/main.ts')
await startShop({ startedAt })

export type { WhmAccount, WhmStore } from './store'
export { startWhm, WHM_TOKEN, WHM_USER } from './whm'

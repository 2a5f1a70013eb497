export * from './limits'
export * from './place'
export * from './slots'

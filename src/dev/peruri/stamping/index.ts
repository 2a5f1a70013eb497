export { type Authority, createAuthority } from './authority'
export { appendIncrement, openForIncrement, streamText } from './increment'
export { stampPdf, type StampWish } from './stampPdf'

export { type Link, type LinkSort, readLink, signLink } from './link'
export { drawPassword, openPassword, sealPassword } from './password'

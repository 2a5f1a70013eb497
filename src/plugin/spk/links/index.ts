/** The front of the links: addresses by which customers reach their agreement without an account. */
export { checkLinkCode, getAliveLink, maskEmail, sendLinkCode } from './code'
export { issueSpkLink, revokeSpkLinks } from './links'
export { findPass, isPassFor, passCookie } from './pass'

/** The front of the links: addresses by which customers reach their agreement without an account. */
export { CODE_TRIES, checkLinkCode, getAliveLink, maskEmail, sendLinkCode } from './code'
export { findSpkLink, issueSpkLink, revokeSpkLinks, type SpkLink } from './links'
export { findPass, isPassFor, PASS_COOKIE, PASS_HEADER, passCookie } from './pass'

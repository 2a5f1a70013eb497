export { loginHooks } from './limitLogins'
export { passwordLinkEndpoint, passwordLinkTask, takeMailToken, typedEmail } from './passwordLink'

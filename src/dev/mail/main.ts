import { startMailCatcher } from './index'

const catcher = await startMailCatcher({
  smtpPort: Number(process.env.MAIL_CATCHER_SMTP_PORT || 3025),
  webPort: Number(process.env.MAIL_CATCHER_PORT || 3020),
})
process.stdout.write(`Mail catcher at ${catcher.webUrl}, receiving at ${catcher.smtpUrl}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void catcher.stop().then(() => process.exit(0)))
}

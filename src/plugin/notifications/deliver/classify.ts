/** Whether another try can help. */
export type MailFault = { permanent: boolean; reason: string }

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown } & Error

/** Refusals that are about this recipient or this message, not about our account or the server. */
const isAboutMessage = ({ code, command }: SmtpError): boolean =>
  code === 'EMESSAGE' || command === 'DATA' || String(command).startsWith('RCPT TO')

/**
 * Tells a refusal for ever (5xx to the recipient or the message) from everything that passes: 4xx,
 * timeouts, lost connections, and faults of our own account (a wrong password must not kill mails).
 */
export const classifyMailFault = (error: unknown): MailFault => {
  if (!(error instanceof Error)) {
    return { permanent: false, reason: String(error) }
  }
  const smtp = error as SmtpError
  const isRefusal =
    typeof smtp.responseCode === 'number' && smtp.responseCode >= 500 && smtp.responseCode < 600
  return { permanent: isRefusal && isAboutMessage(smtp), reason: error.message }
}

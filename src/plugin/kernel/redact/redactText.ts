const EMAIL = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g

/** Phone numbers as Indonesians and the rest of the world write them. */
const PHONE = /(?<![\w-])(?:\+\d|62|0)(?:[ -]?\d){8,13}(?!\w)/g

/** What Drizzle adds to a failed statement: every value that went into it. */
const PARAMETERS = /\bparams: [^]*?(?=\n\s+at |$)/g

/** A text without the given secrets, mail addresses, phone numbers and statement values. */
export const redactText = (text: string, secrets: readonly string[] = []): string => {
  const open = secrets
    .filter((secret) => secret.length > 5)
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
  return open
    .replace(PARAMETERS, 'params: [values]')
    .replace(EMAIL, '[email]')
    .replace(PHONE, '[phone]')
}

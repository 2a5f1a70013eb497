import type { CollectionConfig, Payload, PayloadRequest } from 'payload'

import type { Locale } from '../kernel/errors'

type Reset = NonNullable<Exclude<CollectionConfig['auth'], boolean | undefined>['forgotPassword']>

type Mail = { html: string; subject: string }

/** Renders the mail with the link; the words are not ours. */
export type RenderPasswordMail = (args: {
  locale: Locale
  name: string
  payload: Payload
  url: string
}) => Promise<Mail>

type Asked = { req?: PayloadRequest; token?: string; user?: unknown }

/**
 * The mail behind both "open an account" and "forgot my password".
 *
 * @param args.passwordUrl Page of the storefront that sets a password, by language; `{token}` is filled in
 */
export const passwordMail = (args: {
  passwordUrl: Record<Locale, string>
  render: RenderPasswordMail
}): Reset => {
  const { passwordUrl, render } = args
  const write = ({ req, token = '', user }: Asked = {}): Promise<Mail> => {
    if (!req) {
      throw new Error('Payload asked for a password mail without its request')
    }
    const { locale: language, name } = (user ?? {}) as { locale?: unknown; name?: unknown }
    const locale = language === 'en' ? 'en' : 'id'
    return render({
      locale,
      name: typeof name === 'string' ? name : '',
      payload: req.payload,
      url: passwordUrl[locale].replace('{token}', encodeURIComponent(token)),
    })
  }
  return {
    expiration: 60 * 60 * 1000,
    generateEmailHTML: async (asked) => (await write(asked)).html,
    generateEmailSubject: async (asked) => (await write(asked)).subject,
  }
}

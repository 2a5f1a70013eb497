import type { CollectionConfig } from 'payload'

import type { Locale } from '../kernel/errors'

type Reset = NonNullable<Exclude<CollectionConfig['auth'], boolean | undefined>['forgotPassword']>

type Addressee = { locale?: unknown; name?: unknown }

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const isEnglish = (user: unknown): boolean => (user as Addressee | undefined)?.locale === 'en'

const nameOf = (user: unknown): string => {
  const { name } = (user ?? {}) as Addressee
  return escapeHtml(typeof name === 'string' ? name : '')
}

const bodyOf = (args: { link: string; user: unknown }): string => {
  const { link, user } = args
  const anchor = `<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`
  return isEnglish(user)
    ? `<p>Hello ${nameOf(user)},</p><p>set the password of your account here:</p>${anchor}
<p>The link works once, for one hour. If this was not you, ignore this mail.</p>`
    : `<p>Halo ${nameOf(user)},</p><p>Atur kata sandi akun Anda di sini:</p>${anchor}
<p>Tautan ini berlaku satu kali, selama satu jam. Jika ini bukan Anda, abaikan surel ini.</p>`
}

/**
 * The mail behind both "open an account" and "forgot my password".
 *
 * @param passwordUrl Page of the storefront that sets a password, by language; `{token}` is filled in
 */
export const passwordMail = (passwordUrl: Record<Locale, string>): Reset => ({
  expiration: 60 * 60 * 1000,
  generateEmailHTML: (args) =>
    bodyOf({
      link: passwordUrl[isEnglish(args?.user) ? 'en' : 'id'].replace(
        '{token}',
        encodeURIComponent(args?.token ?? ''),
      ),
      user: args?.user,
    }),
  generateEmailSubject: (args) =>
    isEnglish(args?.user) ? 'Set your password' : 'Atur kata sandi Anda',
})

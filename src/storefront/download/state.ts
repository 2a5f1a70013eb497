/** What the form for a package's password shows; sent to the browser, so plain data only. */
export type PasswordState = {
  error?: string
  passwords: { password: string; title: string }[]
}

/** A form nobody has sent yet. */
export const hiddenPassword: PasswordState = { passwords: [] }

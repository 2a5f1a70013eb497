/** The page on which a customer in arrears chooses, without a language prefix. */
export const choicePath = (token: string): string =>
  `/pesanan/${encodeURIComponent(token)}/tunggakan`

/** The login that leads back to it. */
export const loginPath = (token: string): string =>
  `/akun?lanjut=${encodeURIComponent(choicePath(token))}`

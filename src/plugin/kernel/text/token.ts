/** Whether a text can be an order's token (43 letters of base64url); anything else is nobody's. */
export const isToken = (text: string): boolean => /^[\w-]{20,64}$/.test(text)

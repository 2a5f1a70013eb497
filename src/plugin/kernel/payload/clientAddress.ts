/**
 * The address that a rate limit counts: the first hop of `X-Forwarded-For`, as the proxy in front
 * sets it. IPv6 addresses are grouped by /64, the smallest block one subscriber gets (RFC 6177).
 */
export const resolveClientAddress = (headers: Headers): string => {
  const first = headers.get('x-forwarded-for')?.split(',')[0]?.trim() || headers.get('x-real-ip')
  const address = (first ?? 'unknown').slice(0, 64)
  return address.includes(':') && !address.includes('.')
    ? `${address.split(':').slice(0, 4).join(':')}::/64`
    : address
}

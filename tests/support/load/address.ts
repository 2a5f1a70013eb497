/** Host and port of an address such as `http://127.0.0.1:3400`. */
export const targetOf = (url: string): { host: string; port: number } => {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port) }
}

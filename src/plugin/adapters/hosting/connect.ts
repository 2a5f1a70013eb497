import { X509Certificate } from 'node:crypto'
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { addAbortSignal } from 'node:stream'
import { checkServerIdentity, connect as connectSecure, type ConnectionOptions } from 'node:tls'

/** One address, already judged, and what its certificate has to be. */
export type Destination = {
  address?: string
  connectMs: number
  /** A unix socket in place of address and port. */
  path?: string
  port?: number
  secure?: { certificate?: string | undefined; servername: string } | undefined
  signal: AbortSignal
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Fingerprints of the certificates in a PEM; empty when there is none that can be read. */
const fingerprintsOf = (pem: string): string[] => {
  try {
    return (pem.match(CERTIFICATE) ?? []).map((text) => new X509Certificate(text).fingerprint256)
  } catch {
    return []
  }
}

/** Whether a PEM has at least one certificate and none that cannot be read. */
export const isCertificate = (pem: string): boolean => fingerprintsOf(pem).length > 0

/** The very certificate that was entered vouches for itself, whatever name stands in it. */
const tlsOptionsOf = ({ certificate, servername }: NonNullable<Destination['secure']>) => {
  const own = certificate ? fingerprintsOf(certificate) : []
  const options: ConnectionOptions = {
    ALPNProtocols: ['http/1.1'],
    checkServerIdentity: (_, peer) =>
      own.includes(peer.fingerprint256) ? undefined : checkServerIdentity(servername, peer),
    minVersion: 'TLSv1.2',
    // SNI carries names only (RFC 6066, 3).
    ...(isIP(servername) ? {} : { servername }),
  }
  return certificate ? { ...options, allowPartialTrustChain: true, ca: certificate } : options
}

const open = ({ address, path, port = 0, secure }: Destination): Socket => {
  const to = path === undefined ? { host: address, port } : { path }
  return secure ? connectSecure({ ...tlsOptionsOf(secure), ...to }) : connectPlain(to)
}

/**
 * Opens a connection and waits until it stands, with its certificate checked, so that whatever fails
 * here was certainly not heard by anybody. Never throws.
 */
export const connectTo = (
  to: Destination,
): Promise<{ kind: 'notSent'; reason: string } | { socket: Socket }> =>
  new Promise((resolve) => {
    const { connectMs, secure, signal } = to
    const fail = (reason: string): void => resolve({ kind: 'notSent', reason })
    let socket: Socket
    try {
      socket = open(to)
    } catch {
      return fail('the certificate of the server cannot be read')
    }
    // Without a listener a late error would end the process.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      fail(signal.aborted ? 'no connection in time' : `no connection (${error.code ?? error.name})`)
    })
    socket.once('close', () => fail('no connection (closed)'))
    addAbortSignal(signal, socket)
    socket.setTimeout(connectMs, () => {
      socket.destroy()
      fail('no connection in time')
    })
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
      resolve({ socket })
    })
  })

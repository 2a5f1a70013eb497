import { z } from 'zod'

/** Checks where proofs of domains may be looked for. */
export const domainProofOptions = z
  .strictObject({
    allowPrivate: z
      .array(z.union([z.ipv4(), z.ipv6()]))
      .readonly()
      .exactOptional(),
    dnsServers: z.array(z.string().min(1)).readonly().exactOptional(),
    ports: z
      .strictObject({ http: z.int().min(1).max(65_535), https: z.int().min(1).max(65_535) })
      .exactOptional(),
    timeoutMs: z.int().min(100).max(5_000).exactOptional(),
  })
  .default({})

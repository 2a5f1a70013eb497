import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** As much of S3 as a store of files needs: objects whole, in parts and in ranges. Checks no signature. */
export type FakeBucket = {
  close: () => Promise<void>
  objects: Map<string, Buffer>
  /** Refuses the next so many requests with 503. */
  refuse: (times: number) => void
  url: string
}

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

const xml = (response: ServerResponse, body: string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?>${body}`)
}

type Parts = Map<string, Map<number, Buffer>>

const put = async (args: {
  key: string
  objects: Map<string, Buffer>
  parts: Parts
  query: URLSearchParams
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> => {
  const { key, objects, parts, query, request, response } = args
  const body = await readAll(request)
  const upload = parts.get(query.get('uploadId') ?? '')
  if (upload) {
    upload.set(Number(query.get('partNumber')), body)
  } else {
    objects.set(key, body)
  }
  response.writeHead(200, { etag: '"x"' }).end()
}

const post = (args: Parameters<typeof put>[0]): void => {
  const { key, objects, parts, query, response } = args
  if (query.has('uploads')) {
    const id = `upload-${parts.size}`
    parts.set(id, new Map())
    xml(
      response,
      `<InitiateMultipartUploadResult><Bucket>b</Bucket><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    )
    return
  }
  const upload = parts.get(query.get('uploadId') ?? '') ?? new Map<number, Buffer>()
  const ordered = [...upload].sort(([a], [b]) => a - b).map(([, part]) => part)
  objects.set(key, Buffer.concat(ordered))
  xml(
    response,
    `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"x"</ETag></CompleteMultipartUploadResult>`,
  )
}

const get = (args: Parameters<typeof put>[0]): void => {
  const { key, objects, request, response } = args
  const object = objects.get(key)
  if (!object) {
    xml(response, '<Error><Code>NoSuchKey</Code><Message>none</Message></Error>', 404)
    return
  }
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  if (from === undefined) {
    response.writeHead(200, { 'content-length': object.length }).end(object)
    return
  }
  const part = object.subarray(Number(from), Number(to) + 1)
  response.writeHead(206, { 'content-length': part.length }).end(part)
}

const PAGE = 2

/** Two keys a page, so that more than one page is common. */
const list = (args: Parameters<typeof put>[0]): void => {
  const { objects, query, response } = args
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
  const from = Number(query.get('continuation-token') ?? 0)
  const contents = keys
    .slice(from, from + PAGE)
    .map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>2026-11-01T00:00:00Z</LastModified></Contents>`,
    )
  const next = from + PAGE
  const more =
    next < keys.length
      ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${next}</NextContinuationToken>`
      : '<IsTruncated>false</IsTruncated>'
  xml(response, `<ListBucketResult>${contents.join('')}${more}</ListBucketResult>`)
}

/** Starts it on any free port. */
export const startBucket = async (): Promise<FakeBucket> => {
  const objects = new Map<string, Buffer>()
  const parts: Parts = new Map()
  let refusals = 0
  const server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost')
    const key = decodeURIComponent(pathname.split('/').slice(2).join('/'))
    const args = { key, objects, parts, query, request, response }
    if (refusals > 0) {
      refusals -= 1
      request.resume()
      xml(response, '<Error><Code>SlowDown</Code></Error>', 503)
    } else if (request.method === 'PUT') {
      void put(args)
    } else if (request.method === 'POST') {
      request.resume()
      post(args)
    } else if (request.method === 'DELETE') {
      objects.delete(key)
      parts.delete(query.get('uploadId') ?? '')
      response.writeHead(204).end()
    } else if (query.has('list-type')) {
      list(args)
    } else {
      get(args)
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    objects,
    refuse: (times) => {
      refusals = times
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  }
}

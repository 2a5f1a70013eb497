import type * as Sdk from '@aws-sdk/client-s3'

import type { FileStore, ListedFile } from '../../kernel/files'
import type { BucketOptions } from './options'

type Opened = { client: Sdk.S3Client; sdk: typeof Sdk }

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')

/** Loaded when a file is first touched: the SDK is large, and shops without a bucket never need it. */
const openClient = (options: BucketOptions): (() => Promise<Opened>) => {
  let opened: Promise<Opened> | undefined
  const open = async (): Promise<Opened> => {
    const sdk = await import('@aws-sdk/client-s3')
    return { client: new sdk.S3Client(options.client), sdk }
  }
  return () => (opened ??= open())
}

const openObject =
  (load: ReturnType<typeof openClient>, bucket: string): FileStore['open'] =>
  async (key, span) => {
    const { client, sdk } = await load()
    const Range = span ? `bytes=${span.start}-${span.end}` : undefined
    try {
      const { Body } = await client.send(
        new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...(Range && { Range }) }),
      )
      return Body ? (Body.transformToWebStream() as ReadableStream<Uint8Array>) : null
    } catch (error) {
      if (isMissing(error)) {
        return null
      }
      throw error
    }
  }

const listObjects = (load: ReturnType<typeof openClient>, bucket: string): FileStore['list'] =>
  async function* (prefix): AsyncIterable<ListedFile> {
    const { client, sdk } = await load()
    const pages = sdk.paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })
    for await (const { Contents = [] } of pages) {
      for (const { Key, LastModified } of Contents) {
        yield* Key && LastModified ? [{ changedAt: LastModified, key: Key }] : []
      }
    }
  }

const writeObject =
  (load: ReturnType<typeof openClient>, bucket: string): FileStore['write'] =>
  async (key, body) => {
    const { client } = await load()
    const { Upload } = await import('@aws-sdk/lib-storage')
    let size = 0
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          size += chunk.byteLength
          controller.enqueue(chunk)
        },
      }),
    )
    // Parts that never become whole are removed by the library; an object appears at once or not at all.
    await new Upload({
      client,
      params: { Body: counted, Bucket: bucket, Key: key },
      partSize: PART_BYTES,
      queueSize: 2,
    }).done()
    return { size }
  }

/** S3 takes ten thousand parts: this makes 160 GB, and two of them fit into memory. */
const PART_BYTES = 16 * 1024 ** 2

/** Files in a bucket that speaks S3. The bucket itself must be closed to the public. */
export const createBucketStore = (options: BucketOptions): FileStore => {
  const load = openClient(options)
  const { bucket } = options
  return {
    list: listObjects(load, bucket),
    open: openObject(load, bucket),
    remove: async (key) => {
      const { client, sdk } = await load()
      await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: key }))
    },
    write: writeObject(load, bucket),
  }
}

/** Bytes of a stored file, both ends included. */
export type ByteSpan = { end: number; start: number }

/** What came of storing a file. */
export type Stored = { size: number }

/** A file in a list; `changedAt` moves on while it is being written. */
export type ListedFile = { changedAt: Date; key: string }

/**
 * Where files lie that nobody may open by an address: a folder, or a bucket. A key is a path of plain
 * names with slashes, made by us.
 */
export type FileStore = {
  /** Every file whose key begins so, in no order, halves of unfinished ones included. */
  list: (prefix: string) => AsyncIterable<ListedFile>
  /** The file, or a part of it; null when there is none under this key. */
  open: (key: string, span?: ByteSpan) => Promise<null | ReadableStream<Uint8Array>>
  /** Removes a file. One that is not there is no fault. */
  remove: (key: string) => Promise<void>
  /** Stores a file whole or not at all, however long it is, without holding it in memory. */
  write: (key: string, body: ReadableStream<Uint8Array>) => Promise<Stored>
}

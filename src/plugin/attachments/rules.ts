/** Most files in one form. */
export const MAX_FILES = 3

/** Largest file, in bytes. */
export const MAX_FILE_BYTES = 5_000_000

/** Most that a form with files may weigh, in bytes: the files, and the words around them. */
export const MAX_FORM_BYTES = MAX_FILES * MAX_FILE_BYTES + 500_000

/** Most points of a picture: larger than any telephone's screen, smaller than a flood. */
export const MAX_PIXELS = 40_000_000

/** Longest caption of a picture, in letters. */
export const MAX_CAPTION = 200

/** What a file is. */
export type FileKind = 'jpeg' | 'pdf' | 'png' | 'webp'

const STARTS: readonly { at?: number; bytes: readonly number[]; kind: FileKind }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], kind: 'png' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'jpeg' },
  { at: 8, bytes: [0x57, 0x45, 0x42, 0x50], kind: 'webp' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: 'pdf' },
]

const RIFF = [0x52, 0x49, 0x46, 0x46]

const has = (file: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => file[at + index] === byte)

/** What a file is by its first bytes, or null: whatever its name says. */
export const sniffKind = (file: Uint8Array): FileKind | null => {
  const kind = STARTS.find(({ at, bytes }) => has(file, bytes, at))?.kind ?? null
  return kind === 'webp' && !has(file, RIFF) ? null : kind
}

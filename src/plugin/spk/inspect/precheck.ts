import type { FaultCode } from '../evidence/finding'
import { INSPECT_LIMITS, type InspectLimits } from './limits'

/** What a file is by its own bytes, whatever its name says. */
export type ReturnedKind = 'jpeg' | 'pdf' | 'png'

/** What the first, cheap look found. */
export type Precheck = { fault: FaultCode } | { kind: ReturnedKind }

const HEAD = 1_024
const TAIL = 2_048
/** A ZIP's directory stands at its end, behind at most a comment of this length. */
const ZIP_TAIL = 65_557
const ZIP_END = 0x06054b50
const ZIP_ENTRY = 0x02014b50

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const viewOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const hasDirectory = (file: Buffer, end: number): boolean => {
  const start = end - file.readUInt32LE(end + 12)
  return start >= 0 && start + 4 <= end && file.readUInt32LE(start) === ZIP_ENTRY
}

/** Whether a file can also be opened as a ZIP: then two programs would see two documents. */
const isAlsoZip = (file: Buffer): boolean => {
  const first = Math.max(0, file.length - ZIP_TAIL)
  for (let at = file.length - 22; at >= first; at--) {
    if (file.readUInt32LE(at) === ZIP_END && hasDirectory(file, at)) {
      return true
    }
  }
  return false
}

/** A PDF begins with its own mark and nothing before it but blanks: other beginnings are other files. */
const checkPdf = (file: Buffer): Precheck => {
  const start = file.subarray(0, HEAD).toString('latin1')
  const at = start.indexOf('%PDF-')
  if (at < 0 || /[^\s\0\u00ef\u00bb\u00bf]/.test(start.slice(0, at)) || isAlsoZip(file)) {
    return { fault: 'notPdf' }
  }
  const end = file.subarray(Math.max(0, file.length - TAIL)).toString('latin1')
  return end.includes('%%EOF') ? { kind: 'pdf' } : { fault: 'broken' }
}

/** What can be said of a file by its size alone: before a byte of it is read. */
export const precheckSize = (
  size: number,
  limits: InspectLimits = INSPECT_LIMITS,
): FaultCode | null => {
  if (size === 0) {
    return 'empty'
  }
  return size > limits.fileBytes ? 'tooBig' : null
}

/**
 * The cheap look of the web process at a file that came in: its size, what it is, and whether it is
 * whole. Opens nothing and unpacks nothing; the inspector does that, in a process of its own.
 */
export const precheck = (bytes: Uint8Array, limits: InspectLimits = INSPECT_LIMITS): Precheck => {
  const fault = precheckSize(bytes.length, limits)
  if (fault) {
    return { fault }
  }
  if (startsWith(bytes, JPEG)) {
    return { kind: 'jpeg' }
  }
  return startsWith(bytes, PNG) ? { kind: 'png' } : checkPdf(viewOf(bytes))
}

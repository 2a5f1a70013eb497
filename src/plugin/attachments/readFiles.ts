import { DomainError, isDomainError } from '../kernel/errors'
import { type CleanFile, readPicture } from './readPicture'
import { MAX_FILE_BYTES, MAX_FILES, sniffKind } from './rules'

/** A file of a form, as the web's own `File` has it. */
export type SentFile = Pick<File, 'arrayBuffer' | 'name' | 'size'>

/** What a field into which nobody put anything is called, by browsers and by what reads their forms. */
const NAMES_OF_NOTHING = new Set(['', 'blob', 'undefined'])

const isNothing = ({ name, size }: SentFile): boolean => size === 0 && NAMES_OF_NOTHING.has(name)

/** The files among the values of one field of a form. Words in their place count as a broken file. */
export const filesOf = (values: readonly unknown[]): SentFile[] =>
  values
    .map((value) =>
      value instanceof File ? value : new File([String(value)], value === '' ? '' : 'teks'),
    )
    .filter((file) => !isNothing(file))

const readOne = async (file: SentFile, takesPdf: boolean): Promise<CleanFile> => {
  if (file.size === 0) {
    throw new DomainError('attachment.empty')
  }
  if (file.size > MAX_FILE_BYTES) {
    throw new DomainError('attachment.tooLarge', { limit: MAX_FILE_BYTES / 1_000_000 })
  }
  const bytes = Buffer.from(await file.arrayBuffer())
  return takesPdf && sniffKind(bytes) === 'pdf'
    ? { bytes, height: 0, mime: 'application/pdf', width: 0 }
    : readPicture(bytes)
}

/**
 * Reads the files of one field: all of them, or none when one is bad; the refusal names the field and
 * which file.
 *
 * @throws DomainError `attachment.…` with `field` and `file`, counted from 1
 */
export const readFiles = async (
  files: readonly SentFile[],
  { field, takesPdf = false }: { field: string; takesPdf?: boolean },
): Promise<CleanFile[]> => {
  if (files.length > MAX_FILES) {
    throw new DomainError('attachment.tooMany', { field, limit: MAX_FILES })
  }
  const clean: CleanFile[] = []
  for (const [at, file] of files.entries()) {
    try {
      clean.push(await readOne(file, takesPdf))
    } catch (error) {
      throw isDomainError(error)
        ? new DomainError(error.code, { ...error.details, field, file: at + 1 }, { cause: error })
        : error
    }
  }
  return clean
}

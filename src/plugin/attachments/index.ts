export { ATTACHMENT_STATEMENTS, CAPTION_STATEMENTS } from './guards'
export { printPicture, type PrintPicture } from './printPicture'
export { filesOf, readFiles, type SentFile } from './readFiles'
export type { CleanFile } from './readPicture'
export { MAX_CAPTION, MAX_FILE_BYTES, MAX_FILES, MAX_FORM_BYTES } from './rules'
export {
  copyFiles,
  type FileSubject,
  type FileSubjects,
  findContents,
  keepFiles,
  readAnswer,
  removeFile,
  selectFiles,
  type StoredFile,
} from './store'

/** Draws the same agreement in a process of its own and prints the SHA-256 of its file. */
import { createHash } from 'node:crypto'

import { drawSpk } from '../../src/plugin/spk/document'
import { NIK, spkContent, spkIssue } from '../factories/spkContent'

const content = spkContent()
const { bytes } = await drawSpk({ content, issue: spkIssue(content), nik: NIK })
process.stdout.write(createHash('sha256').update(bytes).digest('hex'))

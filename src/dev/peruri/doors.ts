import { z } from 'zod'

import { type Desk, giveToken, keepUpload, sellSerial } from './desk'
import { stampPdf } from './stamping'

/** What a door answers. */
export type Answer = { body: Buffer | Record<string, unknown>; status: number }

/** What came in at a door. */
export type Visit = {
  desk: Desk
  form: FormData | undefined
  json: Record<string, unknown>
  origin: string
  query: URLSearchParams
}

const yes = (fields: Record<string, unknown>): Answer => ({
  body: { message: 'success', statusCode: '00', ...fields },
  status: 200,
})

/** As the service refuses: with 200, and the code in the body. */
export const no = (code: string, message: string): Answer => ({
  body: { message, statusCode: code },
  status: 200,
})

/** Signing speaks in other words than the rest. */
const noSign = (errorMessage: string): Answer => ({
  body: { errorCode: '97', errorMessage, status: 'False' },
  status: 200,
})

/** Gives a token for name and password. */
export const logIn = ({ desk, json }: Visit): Answer =>
  json.user === desk.user && json.password === desk.password
    ? yes({ token: giveToken(desk) })
    : no('01', 'User atau password salah')

/** Kinds of documents, as public clients show the list. */
export const listTypes = (): Answer =>
  yes({
    result: [
      { id: '2', nama: 'Dokumen Penerimaan Uang' },
      { id: '3', nama: 'Surat Berharga' },
      { id: '4b', nama: 'Surat Perjanjian' },
    ],
  })

/** How many stamps are left, and how many were sold and not affixed. */
export const tellBalance = ({ desk }: Visit): Answer => {
  const notstamp = [...desk.serials.values()].filter(({ stamped }) => stamped === undefined).length
  return yes({ result: { notstamp, saldo: desk.balance } })
}

/** Takes a file. */
export const takeUpload = async ({ desk, form }: Visit): Promise<Answer> => {
  const file = form?.get('file')
  if (!(file instanceof File) || !desk.tokens.has(String(form?.get('token')))) {
    return no('02', 'File tidak valid')
  }
  const bytes = Buffer.from(await file.arrayBuffer())
  const { id, name } = keepUpload(desk, { bytes, name: file.name })
  return yes({ id, name })
}

const serialSchema = z.object({
  idfile: z.string(),
  isUpload: z.literal(true),
  namadoc: z.enum(['2', '3', '4b']),
  namafile: z.string().min(1),
  nilaidoc: z.literal('10000'),
  nodoc: z.string().min(1),
  snOnly: z.literal(false),
  tgldoc: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
})

/** Sells a serial. */
export const giveSerial = ({ desk, json }: Visit): Answer => {
  const order = serialSchema.safeParse(json)
  if (!order.success || !desk.uploads.has(order.data.idfile)) {
    return no('03', `Parameter tidak valid: ${order.error?.issues[0]?.path.join('.') ?? 'idfile'}`)
  }
  const serial = sellSerial(desk, order.data.idfile)
  return serial === undefined
    ? no('04', 'Saldo e-meterai tidak mencukupi')
    : yes({ result: { filenameQR: `/qr/${serial.sn}.png`, image: '', sn: serial.sn } })
}

const signSchema = z.object({
  certificatelevel: z.literal('NOT_CERTIFIED'),
  docId: z.string(),
  jwToken: z.string(),
  location: z.string(),
  onPrem: z.literal(false),
  profileName: z.literal('emeteraicertificateSigner'),
  reason: z.string(),
  refToken: z.string(),
  retryFlag: z.literal('1').optional(),
  spesimenPath: z.string().min(1),
  visLLX: z.number(),
  visLLY: z.number(),
  visSignaturePage: z.number().int().min(1),
  visURX: z.number(),
  visURY: z.number(),
})

type SignOrder = z.infer<typeof signSchema>

const makeStamped = (desk: Desk, order: SignOrder, bytes: Buffer): Promise<Buffer> =>
  stampPdf(bytes, {
    at: desk.now(),
    authority: desk.authority,
    location: order.location,
    page: order.visSignaturePage,
    reason: order.reason,
    rect: [
      Math.min(order.visLLX, order.visURX),
      Math.min(order.visLLY, order.visURY),
      Math.max(order.visLLX, order.visURX),
      Math.max(order.visLLY, order.visURY),
    ],
    serial: order.refToken,
  })

/** Affixes a serial to its file; a second time only with the mark of a retry, and then the same file. */
export const signDocument = async ({ desk, json, origin }: Visit): Promise<Answer> => {
  const { data: order, error } = signSchema.safeParse(json)
  if (order === undefined || !desk.tokens.has(order.jwToken)) {
    return noSign(`Parameter tidak valid: ${error?.issues[0]?.path.join('.') ?? 'jwToken'}`)
  }
  const serial = desk.serials.get(order.refToken)
  const file = desk.uploads.get(order.docId)
  if (serial === undefined || file === undefined || serial.fileId !== file.id) {
    return noSign('SN tidak ditemukan')
  }
  serial.signings += 1
  if (serial.stamped !== undefined && order.retryFlag !== '1') {
    return noSign('SN sudah digunakan')
  }
  serial.stamped ??= await makeStamped(desk, order, file.bytes)
  return {
    body: { errorCode: '00', status: 'True', urlFile: `${origin}/stamped/${serial.sn}.pdf` },
    status: 200,
  }
}

/** Whether a serial is on a file. */
export const tellStatus = ({ desk, query }: Visit): Answer => {
  const serial = desk.serials.get(query.get('filter') ?? '')
  const status = serial?.stamped === undefined ? 'NOTSTAMP' : 'STAMP'
  const rows = serial === undefined ? [] : [{ serialnumber: serial.sn, status }]
  return yes({ result: { data: rows } })
}

/** Hands out what was stamped. */
export const giveStamped = (desk: Desk, sn: string): Answer => {
  const stamped = desk.serials.get(sn)?.stamped
  return stamped === undefined
    ? { body: { message: 'Not Found', statusCode: '44' }, status: 404 }
    : { body: stamped, status: 200 }
}

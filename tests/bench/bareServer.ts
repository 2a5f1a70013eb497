import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'

const { DATABASE_URL, DUITKU_API_KEY = '', PORT } = process.env

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 })

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const isGenuine = (form: URLSearchParams): boolean => {
  const text = ['merchantCode', 'amount', 'merchantOrderId'].map((name) => form.get(name)).join('')
  const expected = createHmac('sha256', DUITKU_API_KEY).update(text).digest()
  const received = Buffer.from(form.get('signature') ?? '', 'hex')
  return received.length === expected.length && timingSafeEqual(received, expected)
}

const keep = (form: URLSearchParams): Promise<unknown> =>
  pool.query(
    `insert into bench_callbacks (merchant_order_id, amount, reference, result_code)
      values ($1, $2, $3, $4)`,
    ['merchantOrderId', 'amount', 'reference', 'resultCode'].map((name) => form.get(name)),
  )

/** The fastest callback handler that Node and pg allow: no framework, signature, one row. */
const server = createServer((request, response) => {
  void (async () => {
    const form = new URLSearchParams(await read(request))
    const isKept = isGenuine(form) && (await keep(form).then(() => true))
    response.writeHead(isKept ? 200 : 401).end(isKept ? 'SUCCESS' : '')
  })().catch(() => response.writeHead(500).end())
})

server.listen(Number(PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))

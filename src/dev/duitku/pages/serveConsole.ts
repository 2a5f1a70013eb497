import type { IncomingMessage, ServerResponse } from 'node:http'

import type { SimulatorControl } from '../control/control'
import type { Body } from '../transport/messages'

import { faultSchema } from '../faults'
import { parseBody, readBody, seeOther, send, text } from '../transport/messages'
import { consolePage } from './console'
import { pageHeaders } from './serveCheckout'

/** The control page for people: shows it, or presses the button and shows it again. */
export async function serveConsole({
  control,
  request,
  response,
}: {
  control: SimulatorControl
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> {
  if (request.method === 'GET') {
    const body = consolePage(control)
    send({ body, headers: pageHeaders, response, status: 200, type: 'text/html; charset=utf-8' })
    return
  }
  const received = await readBody(request)
  const contentType = request.headers['content-type'] ?? ''
  await press({ body: parseBody({ contentType, text: received }) ?? {}, control })
  seeOther({ location: '/', response })
}

async function press({ body, control }: { body: Body; control: SimulatorControl }): Promise<void> {
  const reference = text({ body, name: 'reference' })
  switch (text({ body, name: 'action' })) {
    case 'callback':
      await control.callback({ reference, variant: text({ body, name: 'variant' }), wait: false })
      break
    case 'clearFaults':
      control.clearFaults()
      break
    case 'expire':
      await control.expire({ reference })
      break
    case 'fail':
      await control.fail({ reference })
      break
    case 'fault':
      control.addFault(
        faultSchema.parse({
          endpoint: text({ body, name: 'endpoint' }),
          kind: text({ body, name: 'kind' }),
          times: Number(text({ body, name: 'times' })),
        }),
      )
      break
    case 'pay':
      await control.pay({ reference })
      break
  }
}

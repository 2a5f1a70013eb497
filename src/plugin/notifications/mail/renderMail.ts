import { setImmediate as nextTurn } from 'node:timers/promises'
import { createElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { MessageParams, MessageText, NotificationEvent } from '../schema'

import { loadOnce } from '../../kernel/queue'
import type { MessageContent } from '../messages/content'
import { buildContent } from '../messages/buildContent'
import { cleanHeaderText } from './headers'
import { type MailFrame, MailLayout } from './MailLayout'
import { toText } from './toText'

/** A message ready for the envelope. */
export type RenderedMail = { html: string; subject: string; text: string }

const loadRenderer = loadOnce(() => import('react-dom/server'))

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

/** Anything but a web address would be a way to put script into a link. */
const assertWebAddress = (url: string): void => {
  if (!/^https?:\/\/[^\s"'<>\\]+$/.test(url)) {
    throw new Error('The link of a message must be a web address')
  }
}

let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * One mail per turn of the event loop: several at once would keep the answers of the mail server waiting,
 * and what has been sent unnoted for as long.
 */
const waitForTurn = (): Promise<unknown> => (lastTurn = lastTurn.then(() => nextTurn()))

/**
 * Puts one message into the form of a mail. Static markup takes a third of react-email's own `render`,
 * which prepares for streaming. React's server renderer is loaded here, because Next refuses it as
 * a static import in anything that the web server's bundle can reach.
 */
export const renderContent = async (args: {
  content: MessageContent
  frame: MailFrame
}): Promise<RenderedMail> => {
  const { content, frame } = args
  const { renderToStaticMarkup } = await loadRenderer()
  await waitForTurn()
  assertWebAddress(content.button.url)
  return {
    html: DOCTYPE + renderToStaticMarkup(createElement(MailLayout, { content, frame })),
    subject: cleanHeaderText(content.subject),
    text: toText({ content, frame }),
  }
}

/** Renders one message in one language. */
export const renderMail = async (args: {
  event: NotificationEvent
  frame: Omit<MailFrame, 'locale'>
  locale: Locale
  params: MessageParams
  text?: MessageText | null
}): Promise<RenderedMail> => {
  const { event, locale, params, text = null } = args
  const frame = { ...args.frame, locale }
  const { shopName } = frame
  const content = buildContent({ event, locale, params, shopName, text })
  return renderContent({ content, frame })
}

import type { ReactElement } from 'react'

import type { Preview } from '../preview'
import type { PreviewChannel } from './catalogueUrl'

/** One message as one channel shows it. The mail stands in a frame that may do nothing. */
export const MessagePreview = (props: {
  channel: PreviewChannel
  preview: Preview
  subjectLabel: string
}): ReactElement => {
  const { channel, preview, subjectLabel } = props
  const { chat, html, notice, subject, text } = preview
  switch (channel) {
    case 'email':
      return (
        <>
          <p className="lunas-preview__subject">
            {subjectLabel}: <strong>{subject}</strong>
          </p>
          <iframe className="lunas-preview__mail" sandbox="" srcDoc={html} title={subject} />
        </>
      )
    case 'inApp':
      return (
        <div className="card lunas-preview__notice">
          <h3>{notice.heading}</h3>
          <p>{notice.intro}</p>
          {notice.amount ? (
            <p>
              {notice.amount.label}: <strong>{notice.amount.value}</strong>
            </p>
          ) : null}
          <span className="btn btn--style-primary btn--size-small">{notice.button.label}</span>
        </div>
      )
    case 'text':
      return <pre className="lunas-preview__text">{`${subjectLabel}: ${subject}\n\n${text}`}</pre>
    case 'whatsapp':
      return <pre className="lunas-preview__chat">{chat}</pre>
  }
}

import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { PanelFinding } from '../queries/findPanelReport'

import { namePicture } from '../rules'
import { AddPicture } from './AddPicture'
import { RemovePicture } from './RemovePicture'
import { REPORT_PANEL } from './reportTexts'

/** The pictures that prove a finding, each with its caption, and the way to add more. */
export const Pictures = (props: {
  api: string
  collection: string
  finding: PanelFinding
  isOpen: boolean
  locale: Locale
}): ReactElement => {
  const { api, collection, finding, isOpen, locale } = props
  const { id, number, pictures } = finding
  const text = REPORT_PANEL[locale]
  const path = `/${collection}/${id}/pictures`
  return (
    <div className="lunas-report__pictures">
      <ul className="lunas-pictures">
        {pictures.map(({ caption, height, seq, width }, at) => {
          const name = `${text.picture} ${namePicture(number, at + 1)}`
          return (
            <li key={seq}>
              <a href={`${api}${path}/${seq}`} rel="noreferrer" target="_blank">
                <img
                  alt={`${name}, ${text.pictureOpens}`}
                  height={height}
                  loading="lazy"
                  src={`${api}${path}/${seq}`}
                  width={width}
                />
              </a>
              <p>
                {name}: {caption}
              </p>
              {isOpen ? <RemovePicture name={name} path={`${path}/${seq}/remove`} /> : null}
            </li>
          )
        })}
      </ul>
      {isOpen ? <AddPicture number={number} path={path} /> : null}
    </div>
  )
}

import type { SimulatorConfig, Template } from '../config'
import type { ApiAnswer, KeptMessage } from '../types'
import type { SentTemplate } from './schema'

import { cloudError } from './errors'

type Shown = Pick<KeptMessage, 'button' | 'document' | 'template' | 'text'>

const placeholder = /\{\{(\d+)\}\}/g

const countPlaceholders = (body: string): number =>
  new Set([...body.matchAll(placeholder)].map(([, number]) => number)).size

const partsOf = (sent: SentTemplate) => {
  const find = <Type extends SentTemplate['components'][number]['type']>(type: Type) =>
    sent.components.find(
      (component): component is Extract<typeof component, { type: Type }> =>
        component.type === type,
    )
  return {
    document: find('header')?.parameters[0]?.document,
    parameters: find('body')?.parameters.map(({ text }) => text) ?? [],
    suffix: find('button')?.parameters[0]?.text,
  }
}

/** Meta's word for a parameter that would break the layout. */
const isBroken = (text: string): boolean => /[\n\r\t]| {5,}/.test(text)

const refuse = (code: number, details: string, status = 400) =>
  cloudError({ code, details, status })

const findMismatch = (registered: Template, sent: SentTemplate): ApiAnswer | undefined => {
  const { document, parameters, suffix } = partsOf(sent)
  const wanted = countPlaceholders(registered.body)
  if (parameters.length !== wanted) {
    return refuse(
      132000,
      `body: number of localizable_params (${parameters.length}) does not match the expected number of params (${wanted})`,
    )
  }
  if ((registered.document ?? false) !== (document !== undefined)) {
    return refuse(
      132012,
      `header: Format mismatch, expected ${registered.document ? 'DOCUMENT' : 'no header'}`,
    )
  }
  if ((registered.button === undefined) !== (suffix === undefined)) {
    return refuse(
      132018,
      `buttons: Button at index 0 ${suffix === undefined ? 'requires a parameter' : 'does not exist'}`,
    )
  }
  return undefined
}

/** What is wrong with a template message, in Meta's codes. */
export const findTemplateFault = (args: {
  config: SimulatorConfig
  sent: SentTemplate
}): ApiAnswer | undefined => {
  const { config, sent } = args
  const language = sent.language.code
  const registered = config.templates.find(
    (template) => template.name === sent.name && template.language === language,
  )
  const isUsable = registered && (registered.status ?? 'APPROVED') === 'APPROVED'
  if (registered && !isUsable) {
    return registered.status === 'PAUSED'
      ? refuse(132015, 'Template is paused')
      : refuse(132001, `template name (${sent.name}) is not approved in ${language}`, 404)
  }
  if (!registered && config.unknownTemplates === 'refuse') {
    return refuse(132001, `template name (${sent.name}) does not exist in ${language}`, 404)
  }
  if (partsOf(sent).parameters.some(isBroken)) {
    return refuse(
      132018,
      'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
    )
  }
  return registered ? findMismatch(registered, sent) : undefined
}

/** A template message as its reader sees it. */
export const showTemplate = (args: { config: SimulatorConfig; sent: SentTemplate }): Shown => {
  const { config, sent } = args
  const { document, parameters, suffix } = partsOf(sent)
  const language = sent.language.code
  const registered = config.templates.find(
    (template) => template.name === sent.name && template.language === language,
  )
  const filled = registered?.body.replace(placeholder, (_, at) => parameters[Number(at) - 1] ?? '')
  return {
    ...(suffix === undefined ? {} : { button: `${registered?.button ?? ''}${suffix}` }),
    ...(document
      ? { document: { filename: document.filename ?? 'document', url: document.link } }
      : {}),
    template: { language, name: sent.name, parameters },
    text: filled ?? parameters.join('\n'),
  }
}

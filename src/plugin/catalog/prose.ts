import type {
  FieldAffectingData,
  FieldHook,
  RichTextField,
  TextFieldSingleValidation,
} from 'payload'

import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { ValidationError } from 'payload'

import type { Labels } from '../kernel/errors'
import type { Slugs } from '../kernel/payload'

import { findUnsafeHrefs, isSafeHref } from './rules'

const UNSAFE_LINK: Labels = {
  en: 'A link may only lead to http(s), mailto, tel or a page of this shop.',
  id: 'Tautan hanya boleh menuju http(s), mailto, tel, atau halaman toko ini.',
}

const messageFor = (language: string | undefined): string =>
  language === 'en' ? UNSAFE_LINK.en : UNSAFE_LINK.id

const validateHref: TextFieldSingleValidation = (value, { req, siblingData }) => {
  const { linkType } = siblingData as { linkType?: string }
  return linkType === 'internal' || isSafeHref(value) || messageFor(req.i18n.language)
}

const hardenLinkField = (field: FieldAffectingData): FieldAffectingData =>
  field.type === 'text' && field.name === 'url'
    ? ({ ...field, hooks: {}, validate: validateHref } as FieldAffectingData)
    : field

/** Refuses an unsafe link even in a draft, where Payload skips validation: drafts are previewed. */
const refuseUnsafeLinks: FieldHook = ({ path, req, value }) => {
  if (findUnsafeHrefs(value).length > 0) {
    const message = messageFor(req.i18n.language)
    throw new ValidationError({ errors: [{ message, path: path.join('.') }], req })
  }
  return value as unknown
}

/** The calm editor of the shop: headings, emphasis, lists, quotes, rules, and hardened links. */
export const createProseEditor = (slugs: Slugs): ReturnType<typeof lexicalEditor> =>
  lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      BoldFeature(),
      ItalicFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      BlockquoteFeature(),
      HorizontalRuleFeature(),
      LinkFeature({
        disableAutoLinks: 'creationOnly',
        enabledCollections: [slugs.products, slugs.pages],
        fields: ({ defaultFields }) => defaultFields.map(hardenLinkField),
        maxDepth: 1,
      }),
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  })

/** A rich text whose links are checked on every save; in both languages unless it says otherwise. */
export const proseField = (args: {
  description?: Labels
  isLocalized?: boolean
  label: Labels
  name: string
  required?: boolean
  slugs: Slugs
}): RichTextField => ({
  name: args.name,
  type: 'richText',
  ...(args.description ? { admin: { description: args.description } } : {}),
  editor: createProseEditor(args.slugs),
  hooks: { beforeValidate: [refuseUnsafeLinks] },
  label: args.label,
  localized: args.isLocalized ?? true,
  required: args.required ?? false,
})

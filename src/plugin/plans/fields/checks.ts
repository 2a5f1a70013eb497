import type { NumberFieldSingleValidation, TextFieldSingleValidation } from 'payload'

import type { Locale } from '../../kernel/errors'

import {
  findPlanProblems,
  isContractMonths,
  MAX_CONTRACT_MONTHS,
  type PlannedProduct,
} from '../problems'
import { MAX_AMOUNT } from '../rules/terms'

type CheckArgs = {
  data: unknown
  path?: readonly (number | string)[]
  req: { i18n: { language: string } }
  siblingData: unknown
}

/** The editor's language of two. */
const localeOf = ({ req }: CheckArgs): Locale => (req.i18n.language === 'en' ? 'en' : 'id')

const holds = (row: unknown, part: unknown): boolean =>
  row === part || (typeof row === 'object' && row !== null && Object.values(row).includes(part))

/** A save names the path; the form, which does not, hands over the very row or one of its groups. */
const findRow = ({ data, path, siblingData }: CheckArgs): number => {
  const index = Number(path?.[1] ?? Number.NaN)
  const { plans } = data as PlannedProduct
  return Number.isInteger(index) || !Array.isArray(plans)
    ? index
    : plans.findIndex((row) => holds(row, siblingData))
}

const checkLeaf = (leaf: string, args: CheckArgs): string | true =>
  findPlanProblems({
    locale: localeOf(args),
    product: args.data as PlannedProduct,
    row: findRow(args),
  }).find((problem) => problem.leaf === leaf)?.message ?? true

/** Checks a number of a plan, in the light of its whole plan and of the price. */
export const checkNumber =
  (leaf: string): NumberFieldSingleValidation =>
  (_, args) =>
    checkLeaf(leaf, args)

/** Checks a text of a plan. */
export const checkText =
  (leaf: string): TextFieldSingleValidation =>
  (_, args) =>
    checkLeaf(leaf, args)

/** A contract has whole months, and its whole price is one that can be paid. */
export const checkContractMonths: NumberFieldSingleValidation = (value, args) => {
  const isEnglish = localeOf(args) === 'en'
  if (!isContractMonths(value)) {
    return isEnglish
      ? `Write whole months from 1 to ${MAX_CONTRACT_MONTHS}.`
      : `Tulis bulan bulat dari 1 sampai ${MAX_CONTRACT_MONTHS}.`
  }
  const { price } = args.data as PlannedProduct
  if (typeof price === 'number' && price * value > MAX_AMOUNT) {
    return isEnglish
      ? 'So many months at this price are more than can be paid. Choose fewer months.'
      : 'Harga seluruh kontrak terlalu besar untuk dibayar. Kurangi jumlah bulannya.'
  }
  return true
}

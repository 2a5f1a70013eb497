export {
  type AgeRow,
  type CollectedRow,
  type ExpectedRow,
  findAgeing,
  findCollected,
  findExpected,
  findProducts,
  type ProductRow,
} from './queries'
export { AGE_WORDS, sayMonth } from './words'

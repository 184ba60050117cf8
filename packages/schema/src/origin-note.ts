import { valueOrigin, type ValueOrigin } from './vocabulary'

/** 推算, 补报 and 演示 are always told apart from what a plan or a list says: `，推算`, else nothing. */
export const originNote = (origin: ValueOrigin): string => {
  const word = originWord(origin)
  return word === '' ? '' : `，${word}`
}

/** The same by itself: `推算`, else nothing. */
export const originWord = (origin: ValueOrigin): string =>
  origin === 'plan' || origin === 'list' ? '' : valueOrigin.labels[origin]

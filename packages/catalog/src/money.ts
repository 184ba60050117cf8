import Big from 'big.js'

/** 亿元 as decimal text → whole 万元, exactly; undefined if it is not a whole number of 万元. */
export function findWan(yi: string): number | undefined {
  const wan = new Big(yi).times(10_000)
  return wan.eq(wan.round(0)) ? wan.toNumber() : undefined
}

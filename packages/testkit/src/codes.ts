import { randomInt } from 'node:crypto'
import { v7 } from 'uuid'

const letters = (count: number) => Array.from({ length: count }, () => String.fromCharCode(65 + randomInt(26))).join('')

/** A region code that no real region has (9…), so that stream tests share a broker without sharing topics. */
export const randomRegion = (): string => `9${String(randomInt(100_000)).padStart(5, '0')}`

/** A zone code that no real zone has. */
export const randomZone = (): string => `Z-T${letters(6)}`

/** Identity of a new event, as a publisher would draw it. */
export const newEventId = (): string => v7()

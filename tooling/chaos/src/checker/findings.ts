import type { ClientBase } from 'pg'

export type Fault = 'lost' | 'double' | 'wrong'
export type Finding = { fault: Fault; sentence: string }
/** The database as an outside observer reads it. */
export type Reading = Pick<ClientBase, 'query'>

export const lost = (sentence: string): Finding => ({ fault: 'lost', sentence })
export const double = (sentence: string): Finding => ({ fault: 'double', sentence })
export const wrong = (sentence: string): Finding => ({ fault: 'wrong', sentence })

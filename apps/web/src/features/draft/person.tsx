'use client'

import { createContext, type ReactNode, useContext } from 'react'

const Person = createContext('')

/** Who is signed in: what one person typed is nobody else's, also where several share a tab. */
export const OfPerson = ({ id, children }: { id: string; children: ReactNode }) => (
  <Person value={id}>{children}</Person>
)

export const usePerson = (): string => useContext(Person)

import { z } from 'zod'
import { openProcedure } from '../../trpc'

/** Whether somebody is signed in: what an open page asks before it draws itself anew. */
export const present = openProcedure
  .meta({ access: 'anyone' })
  .input(z.void())
  .output(z.boolean())
  .query(({ ctx: { person } }) => person !== null)

import type { Granted } from './access'

/** Who acts, and the press of a button by which the same command is known when it comes again. */
export const acting = (
  { person: { id, name } }: Pick<Granted, 'person'>,
  input: { idempotencyKey: string },
  path: string,
) => ({
  actor: { id, name },
  press: { userId: id, key: input.idempotencyKey, procedure: path, input },
})

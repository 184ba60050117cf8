/** The error's own name and those of its causes: KafkaJS wraps what the broker said in what it tried. */
function namesOf(error: unknown): string[] {
  return error instanceof Error ? [error.name, ...namesOf(error.cause)] : []
}

/** True when the broker was reached and refuses the user or the password. */
export const isLoginRefused = (error: unknown): boolean =>
  namesOf(error).some((name) => name === 'KafkaJSSASLAuthenticationError')

/** A consumer's crash in words an operator can act on, where KafkaJS hides what the broker said. */
export function explainCrash(error: Error, groupId: string): Error {
  if (!namesOf(error).includes('KafkaJSGroupCoordinatorNotFound')) return error
  const reason = `the group ${groupId} cannot be joined: the broker's rights give this user no READ on that group (WORKER_GROUP)`
  return new Error(reason, { cause: error })
}

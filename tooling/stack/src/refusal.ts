/** An expected obstacle (port in use, Java missing, full disk): its message is shown as it is, without a stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

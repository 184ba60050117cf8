/** A connection's requests, as far as `request-queue.ts` needs them. */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  type Entry = { correlationId: number; resolve: (answer: unknown) => void }
  type Request = { entry: Entry; expectResponse: boolean; sendRequest: () => void }
  type Options = {
    maxInFlightRequests: number
    requestTimeout: number
    logger: { debug: (line: string) => void }
    isConnected: () => boolean
    clientId: string
    broker: string
    enforceRequestTimeout: boolean
  }
  export default class RequestQueue {
    constructor(options: Options)
    readonly pending: readonly unknown[]
    push(request: Request): void
    fulfillRequest(answer: { correlationId: number; payload: Buffer; size: number }): void
    scheduleCheckPendingRequests: (this: RequestQueue) => void
  }
}

import RequestQueue from 'kafkajs/src/network/requestQueue/index.js'

/**
 * Makes KafkaJS 2.2.4 look at a connection's queue again only while a request waits in it. Its own timer is set for a
 * moment in 1970 when none does: it runs out at once and is set again, a thousand times a second for each connection, and
 * Node 24 warns of a negative delay (tulios/kafkajs#1751). A request that has to wait sets the timer itself.
 */
export function mendRequestQueue(): void {
  const { scheduleCheckPendingRequests: schedule } = RequestQueue.prototype
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this)
  }
}

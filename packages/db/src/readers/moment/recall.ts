/**
 * Reads the answer to a question about what is past, or remembers it: what lies behind a stamp stays as it is. The
 * question names everything the answer hangs on.
 */
export type Recall = <Answer>(question: string, read: () => Promise<Answer>) => Promise<Answer>

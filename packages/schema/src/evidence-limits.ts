/** What a report may have of evidence: so many files, each of so many bytes. */
export const EVIDENCE_FILES = 20
export const EVIDENCE_BYTES = 20 * 1024 * 1024

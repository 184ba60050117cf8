import { type FileSource, partsOf } from './file-source'
import type { EvidenceType } from './judge-type'
import { linesOfPdf } from './pdf-text'
import { linesOfZip } from './zip-text'

/** The text of a file line by line, as far as it can be read; of pictures there is none. */
export async function* evidenceLines(source: FileSource, judged: EvidenceType): AsyncGenerator<string> {
  switch (judged) {
    case 'docx':
    case 'xlsx':
    case 'pptx':
      yield* linesOfZip(source)
      return
    case 'pdf':
      yield* linesOfPdf(source)
      return
    case 'txt':
      yield* linesOfBytes(source, ['utf-8', 'gb18030'])
      return
    case 'ole':
      yield* linesOfBytes(source, ['utf-16le', 'gb18030'])
      return
    case 'png':
    case 'jpeg':
    case 'webp':
    case 'tiff':
    case 'bmp':
      return
    default:
      judged satisfies never
  }
}

/** Old formats keep text as bytes between other things: whatever is no word ends a line. */
async function* linesOfBytes(source: FileSource, encodings: string[]): AsyncGenerator<string> {
  for (const encoding of encodings) {
    const decoder = new TextDecoder(encoding)
    let open = ''
    for await (const part of partsOf(source)) {
      const pieces = (open + decoder.decode(part, { stream: true })).split(/[^\p{L}\p{N}\p{P}\p{Zs}★☆]+/u)
      open = (pieces.pop() ?? '').slice(-4_096)
      for (const piece of pieces) yield piece.trim()
    }
    yield open.trim()
  }
}

import { findText, readJson } from '@lianxi/schema/events/read-json'
import type { ShownBytes } from '@lianxi/schema/views/parked'

/** What a page shows at most; the rest is in the download. */
const MAX_TEXT_BYTES = 65_536
const MAX_HEX_BYTES = 4_096

/** Bytes for a person's eyes: JSON indented, other text with its control characters visible, anything else as hex. */
export function showBytes(bytes: Uint8Array | null): ShownBytes {
  if (bytes === null || bytes.length === 0) return { kind: 'none', text: '', bytes: 0, cut: false }
  const text = findText(bytes)
  if (text === undefined) {
    const cut = bytes.length > MAX_HEX_BYTES
    return { kind: 'hex', text: hexDump(bytes.subarray(0, MAX_HEX_BYTES)), bytes: bytes.length, cut }
  }
  const cut = bytes.length > MAX_TEXT_BYTES
  const json = !cut && readJson(bytes).ok
  // Some of a cut text's last character may be missing; a lenient decoder marks it.
  const shown = cut ? new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_BYTES)) : text
  return { kind: json ? 'json' : 'text', text: visible(json ? indent(shown) : shown), bytes: bytes.length, cut }
}

/** What draws nothing or draws elsewhere: controls, direction marks, joiners, half characters. Line ends and tabs may stay. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Text in which nothing hides: `⟨U+202E⟩` stands where a character would have turned the line round. */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (sign) =>
    sign === '\n' || sign === '\t'
      ? sign
      : `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )

/** Indents valid JSON by its text, so that numbers and strings stay exactly as they were written. */
function indent(json: string): string {
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  return json.replace(
    /("(?:[^"\\]|\\.)*")|\s+|([{[]\s*[}\]])|([{[])|([}\]])|,|:/g,
    (token, text?: string, empty?: string, open?: string, close?: string) => {
      if (text !== undefined) return text
      if (empty !== undefined) return empty.replace(/\s/g, '')
      if (open !== undefined) {
        depth += 1
        return `${open}${line()}`
      }
      if (close !== undefined) {
        depth -= 1
        return `${line()}${close}`
      }
      return token === ',' ? `,${line()}` : token === ':' ? ': ' : ''
    },
  )
}

function hexDump(bytes: Uint8Array): string {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)]
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const signs = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('')
    lines.push(`${at.toString(16).padStart(6, '0')}  ${hex.padEnd(47)}  ${signs}`)
  }
  return lines.join('\n')
}

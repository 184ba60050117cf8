/**
 * Line numbers of the objects in the array of a JSON text: the array is the text itself (`key` null) or the value of
 * a top-level key. Counts brackets outside strings; JSON.parse has already said that the text is well formed.
 */
export function locateElements(text: string, key: string | null): number[] {
  const lines: number[] = []
  const arrayDepth = key === null ? 1 : 2
  let [depth, line, inString, escaped, word, current] = [0, 1, false, false, '', '']
  for (const char of text) {
    if (char === '\n') line += 1
    if (inString) {
      if (escaped) escaped = false
      else if (char === '\\') escaped = true
      else if (char === '"') inString = false
      else word += char
      continue
    }
    if (char === '"') [inString, word] = [true, '']
    else if (char === ':' && depth === 1) current = word
    else if (char === '{' || char === '[') {
      if (char === '{' && depth === arrayDepth && (key === null || current === key)) lines.push(line)
      depth += 1
    } else if (char === '}' || char === ']') depth -= 1
  }
  return lines
}

/** Rows as a Markdown table, columns in the order of the first row's keys. */
export function markdownTable(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = rows.map((row) => line(columns.map((column) => String(row[column] ?? ''))))
  return [line(columns), line(columns.map(() => '---')), ...body].join('\n')
}

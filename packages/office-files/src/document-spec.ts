/** A paper in 公文 layout: a title, paragraphs, and tables on pages of their own across. Widths are shares of the page. */
export type DocumentSpec = {
  title: string
  paragraphs: readonly string[]
  tables: readonly DocumentTable[]
}
export type DocumentTable = {
  caption: string
  columns: readonly { header: string; width: number }[]
  rows: readonly (readonly string[])[]
}

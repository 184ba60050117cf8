/** Why a file cannot be read at all, with a sentence that says what to do. Faults of single cells are not refusals. */
const SENTENCES = {
  'too-large': '文件超过 10 MB。请删除图片和无关的工作表，或分成几个文件后再上传。',
  'old-xls':
    '这是旧版 Excel（.xls）或 WPS 表格（.et）文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。',
  encrypted: '这个文件设有打开密码。请取消密码（文件—信息—保护工作簿）后再上传。',
  macros: '文件带有宏，系统没有读取。请另存为不带宏的“Excel 工作簿（.xlsx）”后再上传。',
  'binary-xlsb': '这是二进制工作簿（.xlsb）。请另存为“Excel 工作簿（.xlsx）”后再上传。',
  'not-xlsx':
    '这不是 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（.xlsx）”后再上传；只改文件名后缀是不行的。',
  damaged: '文件已损坏或没有上传完整。请用 Excel 或 WPS 打开并另存一次，再上传。',
  'unzips-too-large': '文件解压后过大，不像一张报表，系统没有读取。请删除无关的工作表和图片，只保留要上传的表。',
  'too-many-rows': '表格超过 20,000 行。请按规划或地区分成几个文件后再上传。',
  'too-many-columns': '表格超过 200 列。请只保留要上传的列。',
  'no-sheet': '文件里没有可读的工作表。',
} as const

export type ReadFault = keyof typeof SENTENCES
export type ReadRefusal = { code: ReadFault; sentence: string }

/** Thrown inside the reader only; `readWorkbook` gives it back as a result. */
export class Unreadable extends Error {
  constructor(readonly fault: ReadFault) {
    super(fault)
  }
}

export const refusalOf = (code: ReadFault): ReadRefusal => ({ code, sentence: SENTENCES[code] })

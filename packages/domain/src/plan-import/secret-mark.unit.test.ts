import { describe, expect, it } from 'vitest'
import { isSecretLine, isSecretName } from './secret-mark'

describe('a name that says a file is classified', () => {
  it.each([
    '机密.pdf',
    '机密-统计.pdf',
    '【机密级】方案.pdf',
    '（机密）方案.pdf',
    '方案（秘密级）.pdf',
    '方案〔绝密〕.docx',
    '方案-绝密.docx',
    '方案机密.docx',
    '机密材料.pdf',
    '绝密级方案.pdf',
    '秘密文件.pdf',
    '移民安置机密资料.xlsx',
    '秘密★3年 方案.docx',
    '2025 秘密 报表.xlsx',
    '机　密 方案.pdf',
  ])('%s', (name) => expect(isSecretName(name)).toBe(true))

  it.each([
    '商业秘密保护情况.pdf',
    '（商业秘密）说明.pdf',
    '商业机密.pdf',
    '商业秘密材料.docx',
    '保密工作总结.pdf',
    '保密级别说明.docx',
    '秘密花园景区建设方案.pdf',
    '机密计算平台可研报告.pdf',
    '揭开古堰的秘密.pdf',
    '验收意见.pdf',
  ])('is none: %s', (name) => expect(isSecretName(name)).toBe(false))
})

describe('a line that bears a mark', () => {
  it.each([
    '密级：机密级',
    '密级:秘密',
    '密级 绝密',
    '密　级：秘　密',
    '密级：秘密 保密期限：3年',
    '机密★1年',
    '机密级★10年',
    '★秘密',
    '机密级',
    '绝密',
    ' 秘密 ',
    '机密 10年',
    '秘密 长期',
    '【机密】',
    '（秘密）关于移民安置的报告',
  ])('%s', (line) => expect(isSecretLine(line)).toBe(true))

  it.each([
    '揭开秘密',
    '这是公开的秘密。',
    '商业秘密',
    '涉及商业秘密的，按规定办理。',
    '做好保密工作',
    '保密期限：3年',
    '密级分为绝密、机密、秘密三级',
    '密级：绝密、机密、秘密',
    '密级：无',
    '不得含有秘密、机密、绝密内容',
    '机密计算平台完成投资 500 万元',
  ])('is none: %s', (line) => expect(isSecretLine(line)).toBe(false))
})

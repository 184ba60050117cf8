import type { Source } from '@lianxi/schema/events/facts'

/** Where in its document something stands: 第二章 专栏1 第63行. */
export const whereOf = ({ chapter, section, box, line }: Source): string =>
  [chapter, section, box, line === null ? null : `第${line}行`].filter((part) => part !== null && part !== '').join(' ')

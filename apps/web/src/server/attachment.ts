const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** What keeps a file under its name (RFC 6266, RFC 5987); `plain`, in ASCII, for what does not read names of other signs. */
export const attachment = (name: string, plain: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`

/** Signs that Windows takes in no file name, and 18:00 as 1800. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu

/** A file's name in the words of its page: whose it is, what, of which period or moment. */
export const fileName = (words: readonly (string | undefined)[], ending: string): string =>
  `${words.flatMap((one) => one?.replace(FORBIDDEN, '') ?? []).join(' ')}.${ending}`

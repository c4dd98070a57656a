/** Counts as people write them. */

/** `1.219` is written as `1219` too; undefined: this is no count. */
export const readCount = (text: string): number | undefined =>
  /^\d{1,9}$|^\d{1,3}(\.\d{3}){1,2}$/.test(text) ? Number(text.replaceAll('.', '')) : undefined

/** The same for browsers, which hold a field against it before they send it. */
export const countPattern = '[0-9]{1,9}|[0-9]{1,3}([.][0-9]{3}){1,2}'

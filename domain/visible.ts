/**
 * Words without what nobody sees. Unseen letters make two names out of one, and those that turn the direction make a text
 * read otherwise than it is kept.
 *
 * Two unseen letters choose between forms: ZWJ and ZWNJ in Arabic, Balinese, Javanese and Sundanese. One stays behind a
 * letter or a mark of such a script, and nowhere else. What turns the direction is dropped, not refused: it comes along
 * unseen with a number copied from a messenger, and letters that run from the right do so without.
 */

/** Control characters but for tabs and new lines, joiners where they shape nothing, and all else that has no look. */
const unseen =
  /[^\P{Cc}\t\n\r]|\r(?!\n)|[\ufff9-\ufffb]|(?<!(?=[\p{L}\p{M}])[\p{scx=Arabic}\p{scx=Balinese}\p{scx=Javanese}\p{scx=Sundanese}])[\u200c\u200d]|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu

/** A text without unseen letters; what was cleaned once is not changed again. */
export const visible = (text: string): string => text.replace(unseen, '')

/** The same of every text within plain lists and objects. Anything else, as bytes on their way, is left alone. */
export function visibleWithin(value: unknown): unknown {
  if (typeof value === 'string') return visible(value)
  if (Array.isArray(value)) return value.map(visibleWithin)
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visibleWithin(one)]))
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const above = Object.getPrototypeOf(value)
  return above === null || Object.getPrototypeOf(above) === null
}

/**
 * Whether something is enough to look for: one word of two letters or digits. Less is in nearly every name. An
 * apostrophe counts for nothing, for names are written with and without.
 */
export const isNamePart = (search: string): boolean =>
  wordsOf(search).some((word) => (word.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2)

/**
 * Whether a name holds every word of what is looked for, whatever its case, accents and apostrophes; shorter words
 * beside one that is long enough, such as `H.`, narrow it further. Where nothing is written, everybody is meant; what is
 * not enough to look for is in no name.
 */
export function nameSearch(search: string): (name: string) => boolean {
  if (search.trim() === '') return () => true
  if (!isNamePart(search)) return () => false
  const words = wordsOf(search)
  return (name) => {
    const own = plain(name)
    return words.every((word) => own.includes(word))
  }
}

const wordsOf = (search: string): string[] => plain(search).split(/\s+/)

/** Ma'ruf is also written Maʼruf and Maruf. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}|['’‘`ʼ]/gu, '')
    .toLowerCase()
    .trim()

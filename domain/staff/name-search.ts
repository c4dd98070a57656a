/** Whether a name holds every word of what is looked for, whatever its case, accents and apostrophes. */
export function nameSearch(search: string): (name: string) => boolean {
  const words = plain(search).split(/\s+/)
  return (name) => {
    const own = plain(name)
    return words.every((word) => own.includes(word))
  }
}

/** Ma'ruf is also written Maʼruf and Maruf. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}|['’‘`ʼ]/gu, '')
    .toLowerCase()
    .trim()

/** What a file of evidence is, by its first bytes: names and announced types are only words. */

export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type FileType = (typeof fileTypes)[number]

/** Largest file, in bytes. */
export const largestFile = 10 * 1024 * 1024

/** Most files of one report. */
export const mostFiles = 4

/** Bytes that are enough to tell. */
export const tellingBytes = 16

interface Mark {
  readonly type: FileType
  readonly at: number
  readonly bytes: readonly number[]
}

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

// Each type needs all of its marks: RIFF begins sounds and films too.
const marks: readonly Mark[] = [
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG\r\n\u001a\n')] },
  { type: 'image/png', at: 12, bytes: ascii('IHDR') },
  { type: 'image/webp', at: 0, bytes: ascii('RIFF') },
  { type: 'image/webp', at: 8, bytes: ascii('WEBP') },
  { type: 'application/pdf', at: 0, bytes: ascii('%PDF-') },
]

/** The type of a file that begins like this; undefined: none that counts as evidence. */
export const fileTypeOf = (head: Uint8Array): FileType | undefined =>
  fileTypes.find((type) =>
    marks
      .filter((mark) => mark.type === type)
      .every(({ at, bytes }) => bytes.every((byte, i) => head[at + i] === byte)),
  )

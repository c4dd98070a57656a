import { expect, test } from 'vitest'
import { type FileType, fileTypeOf } from './file-type.ts'

const bytes = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))

test.each<[string, FileType | undefined]>([
  ['\u00ff\u00d8\u00ff\u00e0..JFIF', 'image/jpeg'],
  ['\u0089PNG\r\n\u001a\n....IHDR', 'image/png'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['%PDF-1.7', 'application/pdf'],
  ['\u0089PNG\r\n\u001a\n....JUNK', undefined],
  ['RIFF....WAVEfmt ', undefined],
  ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
  ['MZ', undefined],
  ['', undefined],
])('a file that begins with %j is %s', (head, type) => {
  expect(fileTypeOf(bytes(head))).toBe(type)
})

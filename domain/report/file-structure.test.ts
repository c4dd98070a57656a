import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWholeFile } from './file-structure.ts'
import type { FileType } from './file-type.ts'

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const big = (number: number) => [0, 0, number >> 8, number & 0xff]
const small = (number: number) => [number & 0xff, number >> 8, 0, 0]
const segment = (marker: number, ...content: number[]) => [0xff, marker, 0, content.length + 2, ...content]
const chunk = (name: string, ...content: number[]) => [...big(content.length), ...ascii(name), ...content, 1, 2, 3, 4]
const part = (name: string, ...content: number[]) => [...ascii(name), ...small(content.length), ...content]

const soi = [0xff, 0xd8]
const eoi = [0xff, 0xd9]
const frame = segment(0xc0, 8, 0, 1, 0, 1, 1, 1, 17, 0)
// With an escaped 0xff and a restart among its points.
const scan = [...segment(0xda, 1, 1, 0, 0, 63, 0), 7, 0xff, 0, 9, 0xff, 0xd0, 5]
const png = [0x89, ...ascii('PNG\r\n\u001a\n')]
const header = chunk('IHDR', ...new Array<number>(13).fill(1))
const riff = (...parts: number[]) => [...ascii('RIFF'), ...small(parts.length + 4), ...ascii('WEBP'), ...parts]

const whole: Readonly<Record<FileType, readonly number[]>> = {
  'image/jpeg': [...soi, ...segment(0xe0, ...ascii('JFIF')), ...frame, ...scan, ...segment(0xc4, 1), ...scan, ...eoi],
  'image/png': [...png, ...header, ...chunk('IDAT', 1, 2, 3), ...chunk('IEND')],
  'image/webp': riff(...part('VP8X', 1, 2), ...part('VP8 ', 1, 2, 3), 0),
  'application/pdf': ascii('%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF'),
}
const types = Object.keys(whole) as FileType[]

describe.each(types)('%s', (type) => {
  const file = Uint8Array.from(whole[type])
  test('is whole, also with something after its end, and inside of a larger memory', () => {
    expect(isWholeFile(type, file)).toBe(true)
    expect(isWholeFile(type, Uint8Array.from([...file, ...ascii('\r\nof the phone')]))).toBe(true)
    expect(isWholeFile(type, Uint8Array.from([9, 9, 9, ...file]).subarray(3))).toBe(true)
  })

  test('is not whole wherever it is cut off', () => {
    for (let length = 0; length < file.length; length++)
      expect([length, isWholeFile(type, file.subarray(0, length))]).toEqual([length, false])
  })

  test('is not made by its first bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        expect(isWholeFile(type, Uint8Array.from([...file.subarray(0, 4), ...new Uint8Array(12), ...rest]))).toBe(false)
      }),
    )
  })
})

test.each<[string, FileType, readonly number[]]>([
  ['a scan without a frame', 'image/jpeg', [...soi, ...scan, ...eoi]],
  ['a frame without a scan', 'image/jpeg', [...soi, ...frame, ...eoi]],
  ['a segment shorter than its own length', 'image/jpeg', [...soi, 0xff, 0xe0, 0, 1, ...frame, ...scan, ...eoi]],
  ['nothing between first and last chunk', 'image/png', [...png, ...header, ...chunk('IEND')]],
  ['another chunk first', 'image/png', [...png, ...chunk('IDAT', 1), ...header, ...chunk('IEND')]],
  ['no picture', 'image/webp', riff(...part('EXIF', 1, 2))],
  ['a chunk longer than the file', 'image/webp', riff(...ascii('VP8 '), ...small(99), 1, 2)],
  ['an end without a table of objects', 'application/pdf', ascii('%PDF-1.7\n%%EOF')],
])('%s is no %s', (_, type, bytes) => {
  expect(isWholeFile(type, Uint8Array.from(bytes))).toBe(false)
})

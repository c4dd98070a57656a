/**
 * Whether a file has the structure of its type to its end: one that was cut off on the way, or only begins like a photo,
 * shows nothing to whoever must judge it. What it shows is not looked at. After the end anything may follow: phones add
 * their own there.
 */
import type { FileType } from './file-type.ts'

const checks: Readonly<Record<FileType, (file: Uint8Array) => boolean>> = {
  'image/jpeg': isWholeJpeg,
  'image/png': isWholePng,
  'image/webp': isWholeWebp,
  'application/pdf': isWholePdf,
}

/** Whether a file that begins like one of a type is one to its end. */
export const isWholeFile = (type: FileType, file: Uint8Array): boolean => checks[type](file)

const startOfScan = 0xda
const endOfImage = 0xd9

/** Markers that stand alone: restarts, and one that is kept for arithmetic coding. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
/** Markers of a frame, which says how large the picture is; three of their row are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** ITU-T T.81, annex B: markers with their segments, a frame, at least one scan after it, and the end. */
function isWholeJpeg(file: Uint8Array): boolean {
  const view = viewOf(file)
  let at = 2
  let frames = 0
  let scans = 0
  while (at + 1 < file.length) {
    if (file[at] !== 0xff) return false
    while (file[at + 1] === 0xff) at++
    const marker = file[at + 1]
    if (marker === undefined) return false
    if (marker === endOfImage) return scans > 0
    at += 2
    if (isAlone(marker)) continue
    if (at + 2 > file.length) return false
    const length = view.getUint16(at)
    if (length < 2 || at + length > file.length) return false
    at += length
    if (isFrame(marker)) frames++
    if (marker !== startOfScan) continue
    if (frames === 0) return false
    scans++
    at = afterScan(file, at)
  }
  return false
}

/** Where the coded points of a scan end: in them 0xff is followed by 0, or begins a restart. */
function afterScan(file: Uint8Array, from: number): number {
  let at = file.indexOf(0xff, from)
  while (at !== -1) {
    const next = file[at + 1]
    if (next === undefined) break
    if (next !== 0 && !isAlone(next)) return at
    at = file.indexOf(0xff, at + 2)
  }
  return file.length
}

/** PNG, chapter 5: chunks from IHDR over IDAT to IEND, each as long as it says. */
function isWholePng(file: Uint8Array): boolean {
  const view = viewOf(file)
  let at = 8
  let points = 0
  while (at + 12 <= file.length) {
    const length = view.getUint32(at)
    const name = asciiAt(file, at + 4, 4)
    if (at === 8 && (name !== 'IHDR' || length !== 13)) return false
    at += 12 + length
    if (at > file.length) return false
    if (name === 'IDAT') points++
    if (name === 'IEND') return points > 0
  }
  return false
}

/** RIFF: as long as it says, and of its chunks one holds a picture. */
function isWholeWebp(file: Uint8Array): boolean {
  if (file.length < 20) return false
  const view = viewOf(file)
  const end = 8 + view.getUint32(4, true)
  if (end > file.length) return false
  let at = 12
  let pictures = 0
  while (at + 8 <= end) {
    const name = asciiAt(file, at, 4)
    const length = view.getUint32(at + 4, true)
    if (at + 8 + length > end) return false
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') pictures++
    at += 8 + length + (length % 2)
  }
  return pictures > 0
}

/** Readers look for the end of a PDF in so many of its last bytes (ISO 32000-1, annex H). */
const endOfPdf = 1024

/** ISO 32000-1, 7.5: where its table of objects stands is said right before its end. */
function isWholePdf(file: Uint8Array): boolean {
  const from = Math.max(0, file.length - endOfPdf)
  return /startxref\s+\d+\s+%%EOF/.test(asciiAt(file, from, file.length - from))
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength)

const asciiAt = (file: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...file.subarray(from, from + length))

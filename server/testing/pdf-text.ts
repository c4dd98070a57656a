/** The words of a PDF as Typst writes it: each page's runs of glyphs, read back by the tables of their fonts. */
import { inflateSync } from 'node:zlib'

/** The text of every page, its runs parted by one space. */
export function pdfText(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  for (const { head } of objects.values())
    for (const [, name = '', font = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+)/.exec(objects.get(font)?.head ?? '')?.[1] ?? ''
      fonts.set(name, glyphsOf(objects.get(table)?.stream() ?? ''))
    }
  return [...objects.values()]
    .flatMap(({ head }) => /\/Type \/Page\b[^s][\s\S]*\/Contents (\d+)/.exec(head)?.[1] ?? [])
    .map((contents) => textOf(objects.get(contents)?.stream() ?? '', fonts))
}

/** The dark squares of a QR code as it was set, `x y` each. */
export const pdfSquares = (pdf: Buffer): Set<string> =>
  new Set(
    [...objectsOf(pdf).values()]
      .flatMap(({ head, stream }) => (head.includes('/FlateDecode') && !head.includes('/FontFile') ? stream() : []))
      .flatMap((contents) =>
        [...contents.matchAll(/^(\d+) (\d+) m\n\d+ \2 l\n\d+ \d+ l\n\1 \d+ l\nh$/gm)].map(([, x, y]) => `${x} ${y}`),
      ),
  )

interface PdfObject {
  readonly head: string
  stream(): string
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const source = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const { 0: whole, 1: id = '', index } of source.matchAll(/(\d+) 0 obj\n[\s\S]*?\nendobj/g)) {
    const at = whole.indexOf('\nstream\n')
    const head = at < 0 ? whole : whole.slice(0, at)
    const from = index + at + '\nstream\n'.length
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    objects.set(id, { head, stream: () => inflateSync(pdf.subarray(from, from + length)).toString('latin1') })
  }
  return objects
}

/** Glyph by glyph, in hexadecimal, what is read. */
function glyphsOf(table: string): ReadonlyMap<string, string> {
  const read = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((one) => Number.parseInt(one, 16)))
  return new Map([...table.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, glyph = '', hex = '']) => [glyph, read(hex)]))
}

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The strings of a run as one: parentheses inside a string come escaped, or in pairs. */
function bytesOf(run: string): string {
  let depth = 0
  let bytes = ''
  for (const [token, octal, sign] of run.matchAll(/\\([0-7]{3})|\\([\s\S])|[\s\S]/g)) {
    if (token === ')') depth--
    if (depth > 0)
      bytes += octal ? String.fromCharCode(Number.parseInt(octal, 8)) : sign ? (escaped[sign] ?? sign) : token
    if (token === '(') depth++
  }
  return bytes
}

function textOf(contents: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map()
  const words: string[] = []
  for (const [, name, run] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|\nBT\n([\s\S]*?)\nET/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    const glyphs =
      Buffer.from(bytesOf(run ?? ''), 'latin1')
        .toString('hex')
        .toUpperCase()
        .match(/.{4}/g) ?? []
    if (run !== undefined) words.push(glyphs.map((glyph) => font.get(glyph) ?? '�').join(''))
  }
  return words.join(' ').replace(/\s+/g, ' ')
}

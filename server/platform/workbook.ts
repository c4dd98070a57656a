/** The parts of a workbook beside its sheets: which sheet is first, the texts that cells share, what shows a day. */
import { readXml, type XmlReader } from './xml.ts'

/** Opens a part of the workbook by its path; undefined: it has none by that name. */
export type OpenPart = (path: string) => Promise<AsyncIterable<Buffer> | undefined>

export interface Workbook {
  /** Path of the first sheet; undefined: the workbook names none. */
  readonly sheet: string | undefined
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean
  readonly texts: readonly string[]
  /** By number of the style: whether it shows a number as a day or a time. */
  readonly showsDay: readonly boolean[]
}

/** @throws Error where a part is no well-formed XML */
export async function readWorkbook(open: OpenPart): Promise<Workbook> {
  const { relation, from1904 } = await firstSheet(open)
  return {
    sheet: await targetOf(open, relation),
    from1904,
    texts: await sharedTexts(open),
    showsDay: await dayStyles(open),
  }
}

async function read(open: OpenPart, path: string, reader: XmlReader) {
  const part = await open(path)
  if (part) for await (const _ of readXml(part, reader));
}

async function firstSheet(open: OpenPart) {
  let relation: string | undefined
  let from1904 = false
  await read(open, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      relation ??= Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
    },
  })
  return { relation, from1904 }
}

/** Where a relation of the workbook leads: a path beside it, or one from the root. */
async function targetOf(open: OpenPart, relation: string | undefined): Promise<string | undefined> {
  let target: string | undefined
  await read(open, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id === relation) target = Target
    },
  })
  return target === undefined || target.startsWith('/') ? target?.slice(1) : `xl/${target}`
}

async function sharedTexts(open: OpenPart): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  const collector = textCollector((piece) => {
    text += piece
  })
  await read(open, 'xl/sharedStrings.xml', {
    ...collector,
    open(name, attributes) {
      if (name === 'si') text = ''
      collector.open(name, attributes)
    },
    close(name) {
      if (name === 'si') texts.push(text)
      collector.close(name)
    },
  })
  return texts
}

/** Gathers the text of a cell: all its runs, without the reading aids above them. */
export function textCollector(add: (piece: string) => void): Required<XmlReader> {
  let inText = false
  let inAid = false
  return {
    open(name) {
      if (name === 't') inText = true
      if (name === 'rPh') inAid = true
    },
    text(piece) {
      if (inText && !inAid) add(piece)
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inAid = false
    },
  }
}

async function dayStyles(open: OpenPart): Promise<boolean[]> {
  const codes = new Map<string, string>()
  const styles: boolean[] = []
  let inCells = false
  await read(open, 'xl/styles.xml', {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(numFmtId, formatCode)
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(isDayFormat(Number(numFmtId), codes.get(numFmtId)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Formats of days and times that every program knows by number (ECMA-376 part 1, 18.8.30, with those of East Asia). */
const dayFormats: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

/** A format of its own shows a day where a letter for years to seconds stands outside quotes, brackets and escapes. */
const isDayFormat = (number: number, code: string | undefined): boolean =>
  code === undefined
    ? dayFormats.some(([first, last]) => first <= number && number <= last)
    : /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''))

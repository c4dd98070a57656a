import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { type SheetCell, sheetFile } from './sheet-file.ts'

async function written(rows: readonly (readonly SheetCell[])[]) {
  const book = new ExcelJS.Workbook()
  const bytes = await buffer(sheetFile([{ name: 'Rekap', header: ['a', 'b'], rows }]))
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book.getWorksheet('Rekap')
}

test('numbers stay numbers, long numbers of people stay text, nothing stays nothing', async () => {
  const sheet = await written([
    [12, '198503022010011001'],
    [null, 'x'],
  ])
  expect(sheet?.getCell('A2').value).toBe(12)
  expect(sheet?.getCell('B2').value).toBe('198503022010011001')
  expect(sheet?.getCell('A3').value).toBeNull()
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is text and no formula', async (text) => {
  const sheet = await written([[text, '']])
  expect(sheet?.getCell('A2').formula).toBeUndefined()
  expect(sheet?.getCell('A2').value).toBe(`'${text}`)
})

test('a sheet that cannot be written breaks the stream', async () => {
  function* rows(): Generator<SheetCell[]> {
    yield [1]
    throw new Error('the rows ended')
  }
  await expect(buffer(sheetFile([{ name: 'a', header: [], rows: rows() }]))).rejects.toThrow('the rows ended')
})

import { readFile } from 'node:fs/promises'
import { isDay } from '@piket/domain/calendar/day.ts'
import { canonical } from '@piket/domain/canonical.ts'
import { decide } from '@piket/domain/decision/decide.ts'
import { publicFacts } from '@piket/domain/decision/public-view.ts'
import { compareReceipts, type Hash, type Receipt, type ReceiptDifference } from '@piket/domain/decision/receipt.ts'
import { sha256 } from '@piket/server/features/circular/service.ts'
import { envelope } from '@piket/server/features/ground/service.ts'
import { bookOf } from './book.ts'
import type { Command } from './command.ts'
import { parsed } from './drawn-places.ts'
import { isInstant } from './given.ts'
import { type Ground, groundOf, groundOptions, ownReadings } from './ground.ts'
import { emit, outputOptions, plainForm } from './output.ts'
import { strictOption } from './people-options.ts'
import { receiptFor } from './receipt.ts'
import { exits, Refused, systemReason, unreadable, wrongUsage } from './refused.ts'

interface CheckRow {
  readonly field: string
  readonly stated: unknown
  readonly derived: unknown
  readonly message_id: string
  readonly message_en: string
}

const { circulars, data, database, region } = groundOptions
const sources = { circulars, data, database, region } as Command['options']

export const verifyReceipt: Command = {
  usage: 'verify-receipt FILE [--circulars PATH...] [--data DIR | --database [URL]]',
  summary: {
    id: 'Menurunkan lagi keputusan dari resinya, dan menyebut surat atau catatan yang berbeda atau tidak ada.',
    en: 'Derives the decision of a receipt again, and names the document or record that differs or is not there.',
  },
  notes: [
    {
      id: 'FILE adalah resi, atau keluaran piket explain --format json. Keluaran receipt_check/1: kosong bila resi benar, selain itu kode keluar 1. Dengan --database daerahnya dibaca dari resi.',
      en: 'FILE is a receipt, or the output of piket explain --format json. Output receipt_check/1: empty when the receipt holds, otherwise exit 1. With --database the region is read from the receipt.',
    },
  ],
  options: { ...sources, ...strictOption, ...outputOptions },
  words: { name: 'FILE', least: 1, most: 1 },
  async run(given, terminal) {
    const stated = await readReceipt(given.words[0] as string)
    const { row, region, known, personal, readings } = stated
    const asked = { from: row.date, until: row.date, region, known, personal, readings }
    const ground = await groundOf(given, terminal, asked)
    const differences = await differencesOf(stated, ground)
    await emit(given, terminal, {
      piket: 'receipt_check/1',
      head: envelope(ground),
      rows: differences.map(
        ({ field, stated: before, derived, message }): CheckRow => ({
          field,
          stated: before,
          derived,
          message_id: message.id,
          message_en: message.en,
        }),
      ),
      form: plainForm<CheckRow>(
        ['field', 'stated', 'derived', 'message_id', 'message_en'],
        (one, { language, warn }) => `${warn(one.field)}: ${language === 'id' ? one.message_id : one.message_en}`,
        (one) => [one.field, inCell(one.stated), inCell(one.derived), one.message_id, one.message_en],
      ),
      summary: ({ language }) =>
        differences.length > 0 ? [] : [{ id: 'Resi ini benar.', en: 'The receipt holds.' }[language]],
    })
    return differences.length > 0 ? exits.negative : exits.done
  },
}

const inCell = (value: unknown) => (typeof value === 'string' || value === null ? value : canonical(value))

/** What does not derive again. A reading or patch that no longer fits is a difference too, not the end of the check. */
async function differencesOf(stated: Receipt, ground: Ground): Promise<ReceiptDifference[]> {
  const derived = derive(stated, ground)
  if ('difference' in derived) return [...ownDifferences(stated), derived.difference]
  return [...compareReceipts(stated, derived.receipt, sha256), ...settingDifferences(stated, derived.receipt)]
}

function derive(stated: Receipt, ground: Ground): { receipt: Receipt } | { difference: ReceiptDifference } {
  const { row, simulated, view } = stated
  const seal = view === 'public' ? sealFor(ground) : undefined
  const nothing = (message: ReceiptDifference['message']) => ({
    difference: { field: 'row', stated: row, derived: null, message },
  })
  try {
    const facts = view === 'public' ? publicFacts(ground.facts, simulated) : ground.facts
    const book = bookOf(
      { ...ground, facts, readings: ownReadings(ground, ground.documents) },
      simulated ? { simulate: row.date } : {},
    )
    const rows = decide(book, row.employee, row.date)
    const start = row.span.slice(0, 5)
    const now = rows.find(({ span }) => span === row.span) ?? rows.find(({ span }) => start < span.slice(6))
    if (now) return { receipt: receiptFor(now, book, ground, { simulated, seal }) }
    return nothing({
      id: `Pegawai ${row.employee} tidak tercatat bekerja pada ${row.date}.`,
      en: `The employee ${row.employee} is not on record as employed on ${row.date}.`,
    })
  } catch (error) {
    const reason = error instanceof Refused ? error.reasons[0] : undefined
    if (!reason) throw error
    return nothing(reason.finding)
  }
}

/** @throws Refused (exit 2) for files: the key lies in the database of the region */
function sealFor({ seal }: Ground): Hash {
  if (seal) return seal
  throw wrongUsage(
    'Catatan pada resi untuk umum disegel dengan kunci daerah; periksa dengan --database.',
    'The records of a receipt for the public are sealed with the key of the region; check it with --database.',
  )
}

/** Whether the receipt itself is whole, when nothing can be derived to hold it against. */
const ownDifferences = (stated: Receipt) => compareReceipts(stated, stated, sha256)

function settingDifferences(stated: Receipt, derived: Receipt): ReceiptDifference[] {
  if (canonical(stated.settings) === canonical(derived.settings)) return []
  const message = { id: 'Pengaturan daerah sekarang lain.', en: 'The settings of the region differ.' }
  return [{ field: 'settings', stated: stated.settings, derived: derived.settings, message }]
}

/** @throws Refused: PKT-002 when it cannot be read, PKT-201 when it is no receipt */
async function readReceipt(path: string): Promise<Receipt> {
  const text = await readFile(path, 'utf8').catch((error) => {
    const { id, en } = systemReason(error)
    throw unreadable(path, id, en)
  })
  const file = parsed(path, text)
  const candidate = (file.piket === 'receipt/1' ? file : file.receipt) as Partial<Receipt> | null | undefined
  if (candidate && isReceipt(candidate)) return candidate
  throw new Refused(exits.input, {
    code: 'PKT-201',
    file: path,
    finding: { id: 'Berkas ini bukan resi keputusan.', en: 'This file is no receipt of a decision.' },
    fix: {
      id: 'Berikan resi, atau keluaran piket explain --format json.',
      en: 'Give a receipt, or the output of piket explain --format json.',
    },
  })
}

const isReceipt = (value: Partial<Receipt>): value is Receipt =>
  value.piket === 'receipt/1' &&
  (value.region === null || typeof value.region === 'string') &&
  typeof value.known === 'string' &&
  isInstant(value.known) &&
  (value.personal === undefined || isInstant(value.personal)) &&
  typeof value.row?.employee === 'string' &&
  isDay(String(value.row.date)) &&
  /^\d\d:\d\d-\d\d:\d\d$/.test(String(value.row.span)) &&
  typeof value.readings === 'object' &&
  value.readings !== null &&
  Array.isArray(value.circulars) &&
  value.circulars.every(isEntry) &&
  Array.isArray(value.records) &&
  value.records.every(isEntry)

const isEntry = (entry: unknown) => typeof entry === 'object' && entry !== null

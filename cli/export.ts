/** Writes a table as CSV, as it is known now. */
import { writeFile } from 'node:fs/promises'
import { exportTable } from '@piket/server/features/tables/service.ts'
import type { Command } from './command.ts'
import { choiceGiven, type Given } from './given.ts'
import { regionGiven, withDatabase } from './ground-database.ts'
import { exits, wrongUsage } from './refused.ts'
import { tableGiven, tableOptions } from './table-options.ts'

export const exportCommand: Command = {
  usage: 'export --table NAME [--region CODE] [--out FILE]',
  summary: { id: 'menulis tabel sebagai CSV', en: 'writes a table as CSV' },
  notes: [{ id: 'Data kesehatan tidak ikut ditulis.', en: 'Health data is left out.' }],
  options: {
    ...tableOptions,
    out: {
      takes: 'one',
      value: 'FILE',
      help: { id: 'berkas tujuan; tanpa ini ke layar', en: 'file to write; default standard output' },
    },
    header: {
      takes: 'one',
      value: 'id',
      check: headerGiven,
      help: { id: 'judul kolom bahasa Indonesia', en: 'Indonesian headers' },
    },
  },
  words: { name: '', least: 0, most: 0 },
  required: ['table'],
  run: (given, terminal) =>
    withDatabase(given, terminal, async (db) => {
      const table = tableGiven(given)
      if (!table) throw wrongUsage('Sebut --table.', 'Name --table.')
      const words = headerGiven(given)
      const { code, zone, demoDay } = await regionGiven(db, given.one('region'))
      const now = terminal.clock.now(zone, demoDay)
      const text = await exportTable(db, { region: code, reach: 'region' }, { table, now, zone, words })
      const out = given.one('out')
      if (out) await writeFile(out, text)
      else terminal.out.write(text)
      return exits.done
    }),
}

function headerGiven(given: Given) {
  return choiceGiven(given, 'header', ['canonical', 'id'] as const) ?? 'canonical'
}

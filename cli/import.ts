/** Brings a table into the database: a dry run first, always. */

import { writeFile } from 'node:fs/promises'
import { plural } from '@piket/domain/messages/plural.ts'
import { problemLine } from '@piket/domain/messages/problem.ts'
import { type ImportOutcome, importTable } from '@piket/server/features/tables/service.ts'
import type { Command } from './command.ts'
import { regionGiven, withDatabase } from './ground-database.ts'
import { exits, wrongUsage } from './refused.ts'
import { tableGiven, tableOptions } from './table-options.ts'
import { say } from './terminal.ts'

export const importCommand: Command = {
  usage: 'import --table NAME [--region CODE] [--apply] FILE',
  summary: {
    id: 'memasukkan tabel (CSV atau XLSX); tanpa --apply hanya uji coba',
    en: 'brings a table (CSV or XLSX) in; without --apply a dry run',
  },
  notes: [
    {
      id: 'Satu kesalahan menghentikan seluruh berkas (kode 3). Peringatan menunggu --confirm-warnings (kode 4).',
      en: 'One error stops the whole file (code 3). Warnings wait for --confirm-warnings (code 4).',
    },
  ],
  options: {
    ...tableOptions,
    apply: { takes: 'flag', help: { id: 'terapkan perubahannya', en: 'apply what changes' } },
    'confirm-warnings': {
      takes: 'flag',
      help: { id: 'terapkan walau ada peringatan', en: 'apply in spite of warnings' },
    },
    complete: {
      takes: 'flag',
      help: {
        id: 'berkas ini lengkap: yang tidak disebut berakhir kemarin',
        en: 'the file is complete: whoever is not in it ended yesterday',
      },
    },
    sheet: {
      takes: 'one',
      value: 'FILE',
      help: {
        id: 'tulis setiap baris dengan temuannya atau ok ke CSV ini',
        en: 'write every row with its findings or ok to this CSV',
      },
    },
  },
  words: { name: 'FILE', least: 1, most: 1 },
  required: ['table'],
  run: (given, terminal) =>
    withDatabase(given, terminal, async (db) => {
      const table = tableGiven(given)
      const [path] = given.words
      if (!table || !path) throw wrongUsage('Sebut --table dan berkasnya.', 'Name --table and the file.')
      const { code, zone, demoDay } = await regionGiven(db, given.one('region'))
      const outcome = await importTable(
        db,
        { region: code, reach: 'region' },
        {
          table,
          path,
          by: 'piket import',
          now: terminal.clock.now(zone, demoDay),
          zone,
          apply: given.has('apply'),
          confirmWarnings: given.has('confirm-warnings'),
          complete: given.has('complete'),
        },
      )
      for (const problem of outcome.problems) say(terminal, problemLine(problem))
      const sheet = given.one('sheet')
      if (sheet) await writeFile(sheet, outcome.errorSheet())
      say(terminal, resultOf(outcome))
      terminal.out.write(differenceOf(outcome))
      if (outcome.problems.some(({ level }) => level === 'error')) return exits.input
      return outcome.refused ? exits.refused : exits.done
    }),
}

function resultOf({ applied, refused, rows }: ImportOutcome): string {
  if (applied) return `${rows} baris diterapkan. / ${rows} ${plural(rows, 'row')} applied.`
  if (refused === 'table-has-errors')
    return 'Tidak ada yang diterapkan: betulkan kesalahannya. / Nothing was applied: correct the errors.'
  if (refused)
    return 'Tidak ada yang diterapkan: periksa peringatannya, lalu ulangi dengan --confirm-warnings. / Nothing was applied: check the warnings, then repeat with --confirm-warnings.'
  return 'Uji coba: tidak ada yang berubah. Tambahkan --apply untuk menerapkan. / Dry run: nothing changed. Add --apply to apply it.'
}

function differenceOf({ added, changed, ended, unchanged, absent }: ImportOutcome): string {
  const lines = [
    ...changed.map(({ id, fields }) => `~ ${id} ${fields.join(',')}`),
    ...ended.map(({ id, lastDay }) => `- ${id} ${lastDay}`),
    `baru / added ${added}`,
    `berubah / changed ${changed.length}`,
    `berakhir / ended ${ended.length}`,
    `tetap / unchanged ${unchanged}`,
    `tidak disebut / absent ${absent.length}`,
  ]
  return `${lines.join('\n')}\n`
}

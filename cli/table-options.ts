import { tableNames } from '@piket/server/features/tables/service.ts'
import type { Options } from './command.ts'
import { choiceGiven, type Given } from './given.ts'

/** The table of `--table`, which must be given. */
export function tableGiven(given: Given) {
  return choiceGiven(given, 'table', tableNames)
}

/** What commands on one table of one region share. */
export const tableOptions: Options = {
  table: {
    takes: 'one',
    value: 'NAME',
    check: tableGiven,
    help: { id: `salah satu dari ${tableNames.join(', ')}`, en: `one of ${tableNames.join(', ')}` },
  },
  region: {
    takes: 'one',
    value: 'CODE',
    help: { id: 'kode daerah, bila basis data memuat beberapa', en: 'code of the region, where there are several' },
  },
  database: {
    takes: 'perhaps',
    value: '[URL]',
    help: {
      id: 'basis data ini; tanpa nilai DATABASE_URL, atau basis data bawaan di PIKET_HOME',
      en: 'this database; without a value DATABASE_URL, or the built-in one in PIKET_HOME',
    },
  },
}

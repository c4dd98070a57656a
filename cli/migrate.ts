/** Brings the database up to this version of Piket. */
import type { Command } from './command.ts'
import { withDatabase } from './ground-database.ts'
import { exits, wrongUsage } from './refused.ts'
import { say } from './terminal.ts'

export const migrateCommand: Command = {
  usage: 'migrate',
  summary: { id: 'memperbarui basis data ke versi ini', en: 'brings the database up to this version' },
  notes: [
    {
      id: 'Memakai basis data bawaan di PIKET_HOME, atau DATABASE_URL dengan DATABASE_OWNER_URL milik pemiliknya.',
      en: "Uses the built-in database in PIKET_HOME, or DATABASE_URL with the owner's DATABASE_OWNER_URL.",
    },
  ],
  options: {},
  words: { name: '', least: 0, most: 0 },
  async run(given, terminal) {
    const { DATABASE_URL, DATABASE_OWNER_URL } = terminal.environment
    if (DATABASE_URL && !DATABASE_OWNER_URL)
      throw wrongUsage('DATABASE_OWNER_URL belum diisi.', 'DATABASE_OWNER_URL is not set.', {
        id: 'Isi dengan alamat login pemilik basis data itu.',
        en: 'Set it to the address of the login that owns the database.',
      })
    // Opening it is what brings it up to date.
    await withDatabase(given, terminal, async () => {})
    say(terminal, 'Basis data sesuai versi ini. / The database is up to date.')
    return exits.done
  },
}

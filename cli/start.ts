import type { Command } from './command.ts'
import { unreachable } from './ground-database.ts'
import { exits } from './refused.ts'
import { say } from './terminal.ts'

export const start: Command = {
  usage: 'start',
  summary: {
    id: 'Menjalankan Piket: membuka basis data, lalu melayani halaman.',
    en: 'Runs Piket: opens the database, then serves its pages.',
  },
  notes: [
    {
      id: 'Diatur oleh lingkungan: HOST (127.0.0.1), PORT (3000), PIKET_HOME (folder data), DATABASE_URL. Ctrl-C mengakhirinya sesudah permintaan selesai.',
      en: 'Set by the environment: HOST (127.0.0.1), PORT (3000), PIKET_HOME (data folder), DATABASE_URL. Ctrl-C ends it when requests are finished.',
    },
  ],
  options: {},
  words: { name: '', least: 0, most: 0 },
  async run(_given, terminal) {
    const { startServer } = await import('@piket/server/main.ts')
    let started: Awaited<ReturnType<typeof startServer>>
    try {
      started = await startServer({ environment: terminal.environment, say: (line) => say(terminal, line) })
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException
      // The server's own messages say in both languages what is in the way and what to do.
      if (message.includes(' / ')) {
        say(terminal, `piket: ${message}`)
        return exits.input
      }
      // The driver and the system speak in codes.
      if (code !== undefined) throw unreachable(error as Error, terminal.environment.DATABASE_URL)
      throw error
    }
    say(terminal, `Piket siap di ${started.address} (Ctrl-C untuk berhenti) / is ready there (Ctrl-C to stop)`)
    await new Promise<void>((resolve) => {
      terminal.onEnd(() => started.stop().finally(resolve))
    })
    return exits.done
  },
}

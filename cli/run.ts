/** One run of the program: the typed words in, the exit code out. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { installation } from '@piket/server/platform/installation.ts'
import type { Command } from './command.ts'
import { commands, isCommand } from './commands.ts'
import { readGiven } from './given.ts'
import { commandHelp, generalHelp } from './help.ts'
import { exits, lineOf, Refused, wrongUsage } from './refused.ts'
import { say, type Terminal } from './terminal.ts'

/** @returns the exit code; every expected no is said on `err`, and so is a bug, in one line */
export async function run(typed: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(typed, terminal)
  } catch (error) {
    if (error instanceof Refused) {
      for (const reason of error.reasons) say(terminal, lineOf(reason))
      return error.exit
    }
    const what = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
    say(terminal, `piket: Galat dalam Piket, mohon dilaporkan: ${what} / internal error, please report it: ${what}`)
    return exits.bug
  }
}

async function dispatch([name, ...typed]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const help = generalHelp(await Promise.all(Object.values(commands).map((load) => load())))
    if (name === undefined) {
      say(terminal, help.trimEnd())
      return exits.usage
    }
    terminal.out.write(help)
    return exits.done
  }
  if (name === '--version') {
    terminal.out.write(`${await version()}\n`)
    return exits.done
  }
  if (!isCommand(name)) throw unknownCommand(name)
  const command: Command = await commands[name]()
  const options = typed.slice(0, typed.includes('--') ? typed.indexOf('--') : undefined)
  if (options.includes('--help') || options.includes('-h')) {
    terminal.out.write(commandHelp(command))
    return exits.done
  }
  const given = readGiven(typed, command.options, command.words)
  for (const option of command.required ?? [])
    if (!given.has(option)) throw wrongUsage(`Kurang opsi --${option}.`, `The option --${option} is missing.`)
  for (const [option, { check }] of Object.entries(command.options)) if (given.has(option)) check?.(given)
  return command.run(given, terminal)
}

async function version(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(installation(), 'package.json'), 'utf8'))
  return `piket ${manifest.version}`
}

function unknownCommand(name: string) {
  const list = Object.keys(commands).join(', ')
  const what = name.startsWith('-')
    ? { id: `Opsi ${name} tidak dikenal.`, en: `The option ${name} is not known.` }
    : { id: `Perintah ${name} tidak ada.`, en: `There is no command ${name}.` }
  return wrongUsage(what.id, what.en, { id: `Yang ada: ${list}.`, en: `There are: ${list}.` })
}

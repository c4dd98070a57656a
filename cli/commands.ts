import type { Command } from './command.ts'

/** The commands in the order of the help; each is loaded when it is called. */
export const commands = {
  check: async () => (await import('./check.ts')).check,
  decide: async () => (await import('./decide.ts')).decide,
  explain: async () => (await import('./explain.ts')).explain,
  diff: async () => (await import('./diff.ts')).diff,
  simulate: async () => (await import('./simulate.ts')).simulate,
  roster: async () => (await import('./roster.ts')).roster,
  'verify-roster': async () => (await import('./verify-roster.ts')).verifyRoster,
  'verify-receipt': async () => (await import('./verify-receipt.ts')).verifyReceipt,
  start: async () => (await import('./start.ts')).start,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  invite: async () => (await import('./invite.ts')).inviteCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
} satisfies Readonly<Record<string, () => Promise<Command>>>

export type CommandName = keyof typeof commands

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

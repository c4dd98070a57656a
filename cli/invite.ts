/** Lets people in from the machine itself: the first IT officer of a region, or an administrator who lost every way. */
import { inviteFromMachine } from '@piket/server/features/invitation/service.ts'
import { revokePasskeys } from '@piket/server/features/passkey/service.ts'
import { endSessionsOf, roleWindow } from '@piket/server/features/session/service.ts'
import { endCodes } from '@piket/server/features/totp/service.ts'
import { as } from '@piket/server/platform/db.ts'
import { isRefusal } from '@piket/server/platform/refusal.ts'
import type { Command } from './command.ts'
import type { Given } from './given.ts'
import { regionGiven, withDatabase } from './ground-database.ts'
import { exits, wrongUsage } from './refused.ts'
import { tableOptions } from './table-options.ts'
import { say } from './terminal.ts'

const { region, database } = tableOptions

export const inviteCommand: Command = {
  usage: 'invite --login NUMBER --name NAME [--region CODE]',
  summary: {
    id: 'mengundang petugas TI, atau pengelola kembali',
    en: 'invites an IT officer, or an administrator anew',
  },
  notes: [
    {
      id: 'Untuk petugas TI pertama sebuah daerah, atau pengelola yang kehilangan semua kunci sandinya: perannya tetap; kunci dan sesi lama berakhir.',
      en: 'For the first IT officer of a region, or an administrator who lost every passkey: roles stay as they are; old passkeys and sessions end.',
    },
  ],
  options: {
    login: { takes: 'one', value: 'NUMBER', help: { id: 'NIP, atau nomor masuk', en: 'NIP, or another number' } },
    name: {
      takes: 'one',
      value: 'NAME',
      help: { id: 'nama, bila akunnya baru', en: 'name, where the account is new' },
    },
    ...(region && { region }),
    ...(database && { database }),
  },
  words: { name: '', least: 0, most: 0 },
  required: ['login', 'name'],
  run: (given, terminal) =>
    withDatabase(given, terminal, async (db) => {
      const asked = await regionGiven(db, given.one('region'))
      const whom = { login: loginGiven(given), name: given.one('name') ?? '' }
      const by = { by: 'piket invite', at: new Date(terminal.clock.moment()) }
      const window = roleWindow({ clock: terminal.clock }, asked)
      const made = await as(db, { region: asked.code, reach: 'region' }, async (tx) => {
        const invited = await inviteFromMachine(tx, whom, window, by)
        if (isRefusal(invited)) return invited
        await revokePasskeys(tx, invited.account, by)
        await endCodes(tx, invited.account, by.by)
        await endSessionsOf(tx, invited.account, by.at)
        return invited
      })
      if (isRefusal(made)) {
        say(terminal, made.refused === 'role-of-personnel-agency' ? isOverseeing : isShut)
        return exits.refused
      }
      say(terminal, `Buka /${asked.slug}/undangan dalam 14 hari. / Open it within 14 days.`)
      terminal.out.write(`${whom.login} ${made.code}\n`)
      return exits.done
    }),
}

const isShut = 'Akun itu ditangguhkan atau sudah berakhir. / That account is suspended or has ended.'
const isOverseeing =
  'Akun itu mengawasi petugas TI, jadi tidak dijadikan petugas TI: pakai nomor lain, atau minta BKPSDM mengundangnya. / That account looks over IT officers, so it is not made one: use another number, or ask the personnel agency to invite it.'

/** @throws Refused when it could not be typed on every keyboard */
function loginGiven(given: Given): string {
  const login = (given.one('login') ?? '').toLowerCase()
  if (/^[a-z0-9.-]{3,60}$/.test(login)) return login
  throw wrongUsage(
    '--login: 3 sampai 60 huruf, angka, titik atau tanda hubung.',
    '--login: 3 to 60 letters, digits, dots or dashes.',
  )
}

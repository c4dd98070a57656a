import { grantedRoles } from '@piket/domain/access/role.ts'
import { z } from 'zod'
import { says } from '#platform/invalid.ts'
import { day, emptyIsAbsent, nameOfAtMost, pageNumber, partOfName, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const AccountParams = RegionParams.extend({ account: z.uuid() })

export const ListQuery = z.object({
  opd: nameOfAtMost(120).default(''),
  cari: partOfName.default(''),
  hal: pageNumber,
})

/** Made with each form that prints slips: sent twice, it prints once. */
export const PrintForm = z.object({ nomor: z.uuid() })

/** Whom to invite: people by id, or everybody of the agency who has no account. */
export const InviteForm = PrintForm.extend({
  opd: nameOfAtMost(120),
  pegawai: nameOfAtMost(40).optional(),
})

export const StateForm = z.object({ keadaan: z.enum(['aktif', 'tangguh', 'akhir']) })

/** An empty field of a form says nothing. */
const unlessEmpty = <Field extends z.ZodType>(field: Field) =>
  z.union([z.literal('').transform(() => undefined), field])

const role = z.preprocess(emptyIsAbsent, z.enum(grantedRoles))
const grant = {
  peran: role,
  dari: unlessEmpty(day).optional(),
  sampai: unlessEmpty(day).optional(),
  surat: unlessEmpty(nameOfAtMost(120)).optional(),
}
const isInOrder = ({ dari, sampai }: { dari?: string | undefined; sampai?: string | undefined }) =>
  dari === undefined || sampai === undefined || dari <= sampai
const order = {
  ...says({ id: 'tanggal akhir mendahului tanggal mulai', en: 'the last day is before the first' }),
  path: ['sampai'],
}

export const GrantForm = z.object(grant).refine(isInOrder, order)
export const WithdrawForm = z.object({ peran: role })

/** A login can be typed on every keyboard. */
const login = z
  .string()
  .trim()
  .refine(
    (text) => /^[A-Za-z0-9.-]{3,60}$/.test(text),
    says({ id: 'tiga sampai 60 huruf, angka, titik atau tanda hubung', en: '3 to 60 letters, digits, dots or dashes' }),
  )

export const OutsiderForm = PrintForm.extend({
  ...grant,
  masuk: login,
  nama: nameOfAtMost(120).trim().min(2),
  badan: nameOfAtMost(120).trim().min(2),
}).refine(isInOrder, order)

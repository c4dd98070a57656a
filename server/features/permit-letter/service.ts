/** The letter that a clause asks for, on paper: a signed permit as a letter of assignment or of order. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { capital } from '@piket/domain/circular/speech.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { letterWords } from '@piket/domain/messages/words.ts'
import { letterOfKind } from '@piket/domain/permit/kinds.ts'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { dayRange, dayText, momentText } from '#platform/language.ts'
import { pdfOf } from '#platform/pdf.ts'
import type { Refusal } from '#platform/refusal.ts'
import { loadRegister } from '../circular/service.ts'
import type { Source } from '../notice-address/service.ts'
import { readPermit } from '../permit/service.ts'
import { isDemonstration, type RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { unitNamesOf } from '../staff/service.ts'

/** What each letter does to whom it names. Official, in Indonesian alone. */
const verbs = { surat_tugas: 'Menugaskan', surat_perintah: 'Memerintahkan', izin_ppk: 'Mengizinkan' } as const

/** A letter that was taken back stays readable, and says so. */
const signed: ReadonlySet<string> = new Set(['granted', 'revoked'])

/**
 * A granted permit as the letter it is.
 * @returns undefined where there is none for whoever asks, or it is no letter; a refusal where it cannot be set
 */
export async function permitLetter(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<Buffer | Refusal | undefined> {
  const read = await readPermit(source, region, viewer, id)
  const letter = read && letterOfKind(read.permit.kind)
  if (!read?.posting || letter === undefined || !signed.has(read.permit.state)) return undefined
  const { permit, name, posting } = read
  const { register, unitName } = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    register: await loadRegister(tx, roleWindow(source, region)),
    unitName: await unitNamesOf(tx, { ...roleWindow(source, region), from: permit.from, until: permit.from }),
  }))
  const [circular = '', cited = ''] = permit.clause?.split('/') ?? []
  const doc = register.filed.find((one) => one.id === circular)?.doc
  const clause = doc?.clauses.find((one) => one.id === cited)
  const signedAt = clockOf(() => permit.decidedAt ?? 0).now(region.zone)
  const title = capital(letterWords[letter].id)
  return pdfOf('server/features/permit-letter/assignment.typ', {
    title,
    government: `Pemerintah ${region.name.id}`,
    agency: unitName(posting.agency),
    demonstration: isDemonstration(region) ? 'Peragaan: bukan surat resmi.' : null,
    ended: permit.endedAt === null ? null : `Tidak berlaku lagi: ${permit.endedFor ?? 'ditarik'}`,
    number: permit.number,
    basis:
      doc && clause
        ? `${citation(doc, doc.id).id}, butir ${clause.id}: ${clauseSentence(clause, doc, unitName).id}`
        : null,
    verb: verbs[letter],
    person: [
      ['Nama', name],
      ['NIP', posting.nip],
      ['Jabatan', posting.title],
      ['Unit', unitName(posting.unit)],
    ].filter(([, words]) => words),
    task: [
      ['Untuk', permit.reason],
      ['Waktu', dayRange(permit.from, permit.until, 'id')],
      ['Wilayah', permit.outside ? 'di luar daerah' : null],
    ].filter(([, words]) => words),
    signature: {
      issued: dayText(signedAt.slice(0, 10) as Day, 'id'),
      office: `${permit.acting ? 'Plt./Plh. ' : ''}${permit.signerTitle ?? ''}`.trim(),
      name: permit.signerName,
    },
    made: `Diputuskan di Piket ${momentText(signedAt, region.zone, 'id')}; berkas ini tidak memuat tanda tangan elektronik.`,
  })
}

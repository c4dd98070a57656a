/** Documents as official letters on paper. The same text makes the same bytes, so that a signed file can be held against it. */

import { dayOf } from '@piket/domain/calendar/day.ts'
import { canonical } from '@piket/domain/canonical.ts'
import { officialLetter } from '@piket/domain/circular/official-letter.ts'
import { readBefore } from '@piket/domain/circular/wording.ts'
import type { WrittenCircular } from '@piket/domain/circular/written.ts'
import { encode } from 'uqr'
import { as } from '#platform/db.ts'
import { keeping } from '#platform/kept.ts'
import { pdfOf } from '#platform/pdf.ts'
import { qrSvg } from '#platform/qr.tsx'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { loadRegister, registered, sha256 } from '../circular/service.ts'
import { isDemonstration, type RegionAsListed, regionNames } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { unitNamesOf } from '../staff/service.ts'

/** What stands between the words of a letter: official, in Indonesian alone. */
const official = {
  to: 'Yth.',
  number: 'NOMOR',
  about: 'TENTANG',
  reasons: 'Menimbang',
  aims: 'Tujuan',
  basis: 'Dasar',
  reason: 'Alasan:',
  onBehalfOf: 'a.n.',
  copies: 'Tembusan:',
}

/** So many digits of the hash stand on the paper: enough to find the version, short enough to compare by eye. */
const digits = 16

/**
 * A document as an official letter.
 * @param origin the address of Piket, for the way to the page of the document
 * @returns a refusal where the compiler cannot make it, or is asked for too much
 */
export async function letterOf(
  source: Source,
  region: RegionAsListed,
  origin: string,
  { doc, text }: WrittenCircular,
): Promise<Buffer | Refusal> {
  const now = roleWindow(source, region)
  const { from } = doc.in_force
  // Units are called as they were on the day the document begins.
  const day = typeof from === 'string' ? dayOf(from) : now.from
  const regionName = await regionNames(source.db, 'id')
  const letter = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const register = await loadRegister(tx, now)
    const reading = { known: now.known, readings: register.readings }
    const documents = registered(register)
    // What it changes is said beside what the other one read before.
    const others = new Map(documents.map((one) => [one.doc.id, readBefore(one.doc, doc.id, documents, reading)]))
    return officialLetter(doc, {
      unitName: await unitNamesOf(tx, { ...now, from: day, until: day }),
      regionName,
      others,
    })
  })
  const address = `${origin}/${region.slug}/edaran/${encodeURIComponent(doc.id)}`
  const data = {
    ...letter,
    words: official,
    demonstration: isDemonstration(region) ? 'Peragaan: bukan surat resmi.' : null,
    page: { address, qr: qrSvg(encode(address).data), sha256: sha256(text).slice(0, digits) },
  }
  return madeOnce(data)
}

const kept = keeping<Promise<Buffer | Refusal>>(50, isRefusal)

/** Anybody may ask for the letter of a document: asked for by many at once, it is made once, and kept for the next. */
const madeOnce = (data: object): Promise<Buffer | Refusal> =>
  kept(sha256(canonical(data)), () => pdfOf('server/features/letter/letter.typ', data))

/** A document of the region as it is known now; undefined: there is none of that id. */
export const filedCircular = (
  source: Source,
  region: RegionAsListed,
  circular: string,
): Promise<WrittenCircular | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const { filed } = await loadRegister(tx, roleWindow(source, region))
    const one = filed.find(({ id }) => id === circular)
    return one && { doc: one.doc, text: one.source }
  })

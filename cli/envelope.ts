import type { Instant } from '@piket/domain/calendar/day.ts'
import { canonical } from '@piket/domain/decision/receipt.ts'
import type { Settings } from '@piket/domain/staff/facts.ts'
import { sha256 } from '@piket/server/features/circular/service.ts'
import type { Document } from './circular-files.ts'
import type { Ground } from './ground.ts'

/** What stands before the rows of every table in JSON. */
export const envelope = ({ known, facts, zone, documents }: EnvelopeGround) => ({
  known,
  settings: settingsOf(facts.settings, zone),
  circulars: documents.map(({ id, sha256: hash, recorded, recordedBy }) => ({
    id,
    sha256: hash,
    recorded,
    recorded_by: recordedBy,
  })),
})

type EnvelopeGround = Pick<Ground, 'facts' | 'zone'> & {
  readonly known: Instant
  readonly documents: readonly Document[]
}

/** The settings as `settings.yaml` writes them, and which version of them was used: a hash of what they say. */
function settingsOf({ placement, quota, heads }: Settings, zone: string) {
  const settings = { zone, precedence: { placement, quota }, opd_head: heads, fallback: 'office' }
  return { ...settings, version: sha256(canonical(settings)) }
}

/** Amendments of documents that somebody else has amended meanwhile: they go on as a draft of what reads now. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { baseUnder, isOvertaken } from '@piket/domain/circular/amendment.ts'
import { carriedOver } from '@piket/domain/circular/carry-over.ts'
import { edited } from '@piket/domain/circular/edit.ts'
import { isPatchRefusal } from '@piket/domain/circular/patch.ts'
import { lawOf } from '@piket/domain/circular/register.ts'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { loadRegister, registered } from '../circular/service.ts'
import { beginWhole, draftNow, endDropped, openDraft } from '../draft/service.ts'
import { keep, unfitWords } from '../draft-edit/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'

const why = 'Dilanjutkan di atas naskah terbaru.'

/**
 * Begins a draft again on the newest text, with what was changed in it, and ends the old one. Sent twice, it is once.
 * @returns the draft that goes on: the same one where nobody has amended the document
 */
export const continueAmendment = (
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  next: string,
): Promise<{ readonly draft: string } | Refusal> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const draft = await openDraft(tx, id)
    // Whoever sent it first has ended the old draft meanwhile.
    const before = await draftNow(tx, next)
    if (before) return before.begunBy === by && before.amends !== null ? { draft: next } : { refused: 'form-used' }
    if (isRefusal(draft)) return draft
    const { amends, first, doc } = draft
    const { known, zone } = roleWindow(source, region)
    const register = await loadRegister(tx, { known, zone })
    const base = baseUnder(draft, lawOf(registered(register)), { known, readings: register.readings })
    if (!base || base.isEnded) return { refused: 'draft-amends-no-law' }
    if (!isOvertaken(first, base)) return { draft: id }
    const { text, changes } = carriedOver(doc, first, base)
    const fits = edited(text, changes)
    // A refusal that is returned keeps what was written before it: nothing is, until everything fits.
    if (isPatchRefusal(fits)) return { refused: 'draft-edit-unfit', detail: unfitWords(fits) }
    await endDropped(tx, id, { by, at: new Date(source.clock.moment()).toISOString(), why })
    await recordEvent(tx, { actor: by, kind: 'draft-dropped', subject: id })
    await beginWhole(tx, source, { id: next, from: draft.begunFrom, amends, doc: text, by })
    await recordEvent(tx, { actor: by, kind: 'draft-begun', subject: next, body: { from: draft.begunFrom } })
    const begun = await draftNow(tx, next)
    if (!begun) throw new Error('The draft is gone while it was held.')
    const unfit = await keep(tx, source, begun, { by, form: next, changes, takesBack: null })
    if (unfit) throw new Error(`What fits is not kept: ${unfit.refused}`)
    return { draft: next }
  })

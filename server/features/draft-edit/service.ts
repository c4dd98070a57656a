/** Edits of drafts, by several people at once: kept, taken back step by step, never lost; and what forms change. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { type Edit, edited, misnamed, takingBack, touched } from '@piket/domain/circular/edit.ts'
import { editWords } from '@piket/domain/circular/edit-words.ts'
import { clauseNamed, onlyChanged } from '@piket/domain/circular/form-edit.ts'
import { parseCircular, parseClause } from '@piket/domain/circular/parse.ts'
import { isPatchRefusal, type PatchRefusal } from '@piket/domain/circular/patch.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { type Bilingual, type Problem, problemLine } from '@piket/domain/messages/problem.ts'
import { as, type Tx } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import { asRead, type Draft, draftNow, type KeptEdit, openDraft } from '../draft/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { addEdit, editOfForm } from './queries.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** Of every form: its number, and the newest edit that was read. */
interface Sent {
  readonly nomor: string
  readonly dibaca: number
}

/**
 * Makes the edit of a form from the draft as it was read, and keeps it: what somebody else has changed since, and this form
 * leaves as it was, is no change of this one.
 */
export async function editBy(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { nomor: form, dibaca: read }: Sent,
  change: (doc: Circular) => Edit | Refusal,
): Promise<Refusal | undefined> {
  const draft = await as(source.db, inRegion(region), (tx) => draftNow(tx, id))
  if (!draft) return { refused: 'not-found' }
  const changes = change(asRead(draft, read))
  if (isRefusal(changes)) return changes
  return editDraft(source, region, viewer, id, { form, read, changes })
}

/** A clause as somebody has written it. */
export const changesOfClauseText =
  (id: string, text: string) =>
  (doc: Circular): Edit | Refusal => {
    const clause = clauseNamed(doc, id)
    if (isRefusal(clause)) return clause
    const { clause: read, problems } = parseClause('butir', text)
    if (!read) return unreadable(problems)
    // What other clauses are over, and what people cite, is its id.
    return read.id === id ? onlyChanged({ [`clauses.${id}`]: [clause, read] }) : { refused: 'draft-clause-renamed' }
  }

function unreadable([first]: readonly Problem[]): Refusal {
  const said = first ? problemLine(first) : ''
  return { refused: 'draft-text-unreadable', detail: { id: said, en: said } }
}

/** The whole text, of which only what differs is an edit. */
export const changesOfText =
  (text: string) =>
  (doc: Circular): Edit | Refusal => {
    const { doc: next, problems } = parseCircular('naskah', text)
    if (!next) return unreadable(problems)
    if (next.status !== 'draft') return { refused: 'draft-status' }
    const keys = [...new Set([...Object.keys(doc), ...Object.keys(next)])] as (keyof Circular)[]
    return onlyChanged(Object.fromEntries(keys.map((key) => [key, [doc[key], next[key] ?? null]])))
  }

/** The paths of a program. That a draft is law is not theirs to say: its signature does. */
export const changesOfPaths = (changes: Edit) => (): Edit | Refusal =>
  'status' in changes && changes.status !== 'draft' ? { refused: 'draft-status' } : changes

/** What somebody changes. */
export interface Editing {
  /** Sent twice, it is one. */
  readonly form: string
  /** The newest edit that was read. */
  readonly read: number
  readonly changes: Edit
}

/**
 * Keeps an edit. Others may have edited since it was read: where they have touched the same, it is refused and says who;
 * elsewhere both stand.
 */
export const editDraft = (
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  { form, read, changes }: Editing,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const draft = await openDraft(tx, id)
    if (isRefusal(draft)) return draft
    const made = await editOfForm(tx, form)
    if (made) {
      const isSame = made.draft === id && made.by === by && isSameEdit(made.changes as Edit, changes)
      return isSame ? undefined : { refused: 'form-used' }
    }
    if (Object.keys(changes).length === 0) return undefined
    const before = draft.edits.filter(({ number }) => number > read)
    const other = before.find((one) => touched(changes, one.changes).length > 0)
    if (other) return meanwhile(other, await accountNames(tx, [other.by]))
    return keep(tx, source, draft, { by, form, changes, takesBack: null })
  })

/** Takes an edit back, unless somebody has changed the same since. Twice, it is once. */
export const takeBackEdit = (
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  { form, number }: { readonly form: string; readonly number: number },
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const draft = await openDraft(tx, id)
    if (isRefusal(draft)) return draft
    const edit = draft.edits.find((one) => one.number === number)
    if (!edit) return { refused: 'not-found' }
    if (draft.edits.some(({ takesBack }) => takesBack === number)) return undefined
    // What was taken back since has left nothing.
    const gone = new Set(draft.edits.map(({ takesBack }) => takesBack))
    const later = draft.edits.filter(
      (one) => one.number > number && !gone.has(one.number) && (one.takesBack ?? 0) < number,
    )
    const other = later.find((one) => touched(edit.back, one.changes).length > 0)
    if (other) return { ...meanwhile(other, await accountNames(tx, [other.by])), refused: 'draft-overtaken' }
    return keep(tx, source, draft, { by, form, changes: edit.back, takesBack: number })
  })

const isSameEdit = (one: Edit, other: Edit): boolean => JSON.stringify(one) === JSON.stringify(other)

const meanwhile = ({ by, changes }: KeptEdit, nameOf: (account: string) => string): Refusal => {
  const where = editWords(changes)
  return {
    refused: 'draft-edited-meanwhile',
    detail: { id: `${nameOf(by)} mengubah ${where.id}.`, en: `${nameOf(by)} has changed ${where.en}.` },
  }
}

interface Kept extends Pick<KeptEdit, 'by' | 'changes' | 'takesBack'> {
  readonly form: string
}

/** What of an edit fits nothing, and why. */
export const unfitWords = ({ asked, said = nowhere }: PatchRefusal): Bilingual => ({
  id: `${asked}: ${said.id}`,
  en: `${asked}: ${said.en}`,
})

const nowhere: Bilingual = {
  id: 'Bagian ini tidak ada di naskah, atau sudah dihapus.',
  en: 'This part is not in the text, or was taken out.',
}

/** Keeps an edit as the next one; what changes nothing is not kept. */
export async function keep(
  tx: Tx,
  { clock }: Pick<Source, 'clock'>,
  { id, doc, edits }: Draft,
  { by, form, changes, takesBack }: Kept,
): Promise<Refusal | undefined> {
  const wrong = takesBack === null ? misnamed(doc, changes) : undefined
  if (wrong !== undefined) return { refused: 'draft-clause-renamed', detail: { id: wrong, en: wrong } }
  const next = edited(doc, changes)
  if (isPatchRefusal(next)) {
    return { refused: 'draft-edit-unfit', detail: unfitWords(next) }
  }
  if (JSON.stringify(next.doc) === JSON.stringify(doc)) return undefined
  if (await editOfForm(tx, form)) return { refused: 'form-used' }
  await addEdit(tx, {
    ...{ draft_id: id, edit_no: (edits.at(-1)?.number ?? 0) + 1, form_id: form, takes_back: takesBack },
    ...{ changes: JSON.stringify(changes), back: JSON.stringify(takingBack(doc, changes)) },
    ...{ edited_by: by, edited_at: new Date(clock.moment()).toISOString() },
  })
  return undefined
}

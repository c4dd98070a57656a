/** Drafts of documents: begun from a text, edited by several people at once, taken back step by step, never lost. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { begunFrom } from '@piket/domain/circular/begun.ts'
import { type Edit, edited, editedBy, takingBack, touched } from '@piket/domain/circular/edit.ts'
import { editWords } from '@piket/domain/circular/edit-words.ts'
import { ownOffice } from '@piket/domain/circular/own-office.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { isPatchRefusal, type PatchRefusal } from '@piket/domain/circular/patch.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { written, writtenWith } from '@piket/domain/circular/written.ts'
import { type Bilingual, problemLine } from '@piket/domain/messages/problem.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import { loadRegister } from '../circular/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { templates } from '../template/service.ts'
import {
  addDraft,
  addEdit,
  draftRow,
  draftRows,
  editOfForm,
  editRows,
  endDraft,
  lockBeginning,
  lockDraft,
} from './queries.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** An edit as it is kept. */
export interface KeptEdit {
  readonly number: number
  readonly changes: Edit
  /** What takes it back. */
  readonly back: Edit
  /** The edit that this one takes back; null: none. */
  readonly takesBack: number | null
  /** Account id. */
  readonly by: string
  readonly at: Date
}

/** A draft as it stands. */
export interface Draft {
  readonly id: string
  /** A template, a document of the region, or `text`. */
  readonly begunFrom: string
  readonly begunBy: string
  readonly begunAt: Date
  readonly endedAs: 'signed' | 'dropped' | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
  /** Why nobody will sign it. */
  readonly endedFor: string | null
  /** As it was begun. */
  readonly source: string
  readonly first: Circular
  readonly doc: Circular
  readonly edits: readonly KeptEdit[]
}

type Row = NonNullable<Awaited<ReturnType<typeof draftRow>>>

function draftOf(row: Row, edits: readonly KeptEdit[]): Draft {
  const first = parsed(row.id, row.source)
  return { ...row, endedAs: row.endedAs as Draft['endedAs'], first, doc: editedAll(first, edits), edits }
}

/** The YAML of a draft now, with the notes of whoever wrote it. */
export const yamlOf = ({ source, edits }: Pick<Draft, 'source' | 'edits'>): string =>
  writtenWith(
    source,
    edits.map(({ changes }) => changes),
  )

/** @throws when an edit does not fit: none is kept that does not */
function editedAll(first: Circular, edits: readonly KeptEdit[]): Circular {
  const now = editedBy(
    first,
    edits.map(({ changes }) => changes),
  )
  if (isPatchRefusal(now)) throw new Error(`An edit of a draft does not fit: ${now.asked}`)
  return now.doc
}

/** A draft as it stood after one of its edits: as somebody read it. */
export const asRead = ({ first, edits }: Draft, read: number): Circular =>
  editedAll(
    first,
    edits.filter(({ number }) => number <= read),
  )

function parsed(id: string, source: string): Circular {
  const { doc, problems } = parseCircular(id, source)
  if (!doc) throw new Error(`The text of draft ${id} does not parse: ${problems[0]?.finding.en}`)
  return doc
}

async function editsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KeptEdit[]>> {
  const edits = new Map<string, KeptEdit[]>(ids.map((id) => [id, []]))
  for (const { draft, changes, back, form: _, ...row } of await editRows(tx, ids))
    edits.get(draft)?.push({ ...row, changes: changes as Edit, back: back as Edit })
  return edits
}

/** A draft as it stands; undefined: there is none. */
export async function draftNow(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await draftRow(tx, id)
  return row && draftOf(row, (await editsOf(tx, [id])).get(id) ?? [])
}

/** A draft with the names of who wrote it. */
export interface NamedDraft {
  readonly draft: Draft
  readonly nameOf: (account: string) => string
}

export const readDraft = (
  { db }: Pick<Source, 'db'>,
  region: RegionAsListed,
  id: string,
): Promise<NamedDraft | undefined> =>
  as(db, inRegion(region), async (tx) => {
    const draft = await draftNow(tx, id)
    if (!draft) return undefined
    const people = [draft.begunBy, draft.endedBy ?? [], ...draft.edits.map(({ by }) => by)].flat()
    return { draft, nameOf: await accountNames(tx, people) }
  })

/** A page lists so many ended ones at most. */
const mostEnded = 20

/** Every open draft and the last that were ended, the newest first. */
export const draftsOf = (
  { db }: Pick<Source, 'db'>,
  region: RegionAsListed,
): Promise<{ readonly drafts: readonly Draft[]; readonly nameOf: (account: string) => string }> =>
  as(db, inRegion(region), async (tx) => {
    const rows = await draftRows(tx, mostEnded)
    const edits = await editsOf(
      tx,
      rows.map(({ id }) => id),
    )
    const nameOf = await accountNames(
      tx,
      rows.flatMap(({ begunBy, endedBy }) => [begunBy, endedBy ?? []].flat()),
    )
    return { drafts: rows.map((row) => draftOf(row, edits.get(row.id) ?? [])), nameOf }
  })

export interface Begun {
  readonly id: string
  /** A template or a document of the region; empty: the text. */
  readonly from: string
  /** What it will do to a document of the region; absent: nothing. */
  readonly relation?: 'replaces' | 'follows' | undefined
  readonly text: string
}

/** Begins a draft. Sent twice, it is one. */
export async function beginDraft(
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  { id, from, relation, text }: Begun,
): Promise<Refusal | undefined> {
  const frames = (await templates()).map(({ name, doc }) => ({ id: name, doc }))
  return as(source.db, inRegion(region), async (tx) => {
    await lockBeginning(tx)
    const { filed } = await loadRegister(tx, roleWindow(source, region))
    const model = [...filed, ...frames].find((one) => one.id === from)
    if (from !== '' && !model) return { refused: 'draft-model-unknown' }
    if (relation && !filed.some((one) => one.id === from)) return { refused: 'draft-relation-elsewhere' }
    const own = model
      ? written(begunFrom(model.doc, { ...(await beginning(tx, source, region, filed)), relation }))
      : ownText(text)
    if (typeof own !== 'string') return own
    const at = new Date(source.clock.moment()).toISOString()
    const row = { draft_id: id, begun_from: from || 'text', source: own, begun_by: by, begun_at: at }
    if (!(await addDraft(tx, row))) {
      const kept = await draftRow(tx, id)
      const isSame = kept?.begunBy === by && kept.begunFrom === row.begun_from && (model || kept.source === own)
      return isSame ? undefined : { refused: 'form-used' }
    }
    await recordEvent(tx, { actor: by, kind: 'draft-begun', subject: id, body: { from: row.begun_from } })
    return undefined
  })
}

/** Keeps a document as a draft of its own that nobody edits. Its caller has seen that the id is free. */
export async function beginWhole(
  tx: Tx,
  { clock }: Pick<Source, 'clock'>,
  { id, from, doc, by }: { readonly id: string; readonly from: string; readonly doc: Circular; readonly by: string },
): Promise<void> {
  const begun_at = new Date(clock.moment()).toISOString()
  await addDraft(tx, { draft_id: id, begun_from: from, source: written(doc), begun_by: by, begun_at })
}

/** A text that was written elsewhere: whatever it calls itself, here it is a draft. */
function ownText(text: string): string | Refusal {
  if (text.trim() === '') return { refused: 'draft-nothing' }
  const { doc, problems } = parseCircular('naskah', text)
  if (doc) return doc.status === 'draft' ? text : writtenWith(text, [{ status: 'draft', kind: kindOf(doc) }])
  const said = problems[0] ? problemLine(problems[0]) : ''
  return { refused: 'draft-text-unreadable', detail: { id: said, en: said } }
}

/** A draft is no proposal: that would be simulated for good, and never signed. */
const kindOf = ({ kind }: Circular): Circular['kind'] => (kind === 'proposal' ? 'circular' : kind)

/** What a new draft is called: the region and the month, and a number where that is taken. */
async function beginning(tx: Tx, source: Source, region: RegionAsListed, filed: readonly { readonly id: string }[]) {
  const open = (await draftRows(tx, 0)).map((row) => parsed(row.id, row.source))
  const taken = new Set([...filed, ...open].map(({ id }) => id))
  const name = `${region.slug}-${businessDay(source, region).slice(0, 7)}`
  let id = name
  for (let number = 2; taken.has(id); number++) id = `${name}-${number}`
  return { id, region: region.slug, level: region.kind, office: ownOffice[region.kind] }
}

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
      const isSame = made.draft === id && made.by === by && isAlike(made.changes as Edit, changes)
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

/** A draft that can be written, held until the transaction ends. */
export async function openDraft(tx: Tx, id: string): Promise<Draft | Refusal> {
  await lockDraft(tx, id)
  const draft = await draftNow(tx, id)
  if (!draft) return { refused: 'not-found' }
  return draft.endedAs === null ? draft : { refused: 'draft-ended' }
}

const isAlike = (one: Edit, other: Edit): boolean => JSON.stringify(one) === JSON.stringify(other)

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
export const unfitWords = ({ asked, said }: PatchRefusal): Bilingual => ({
  id: [asked, said?.id].filter(Boolean).join(': '),
  en: [asked, said?.en].filter(Boolean).join(': '),
})

/** Keeps an edit as the next one; what changes nothing is not kept. */
export async function keep(
  tx: Tx,
  { clock }: Pick<Source, 'clock'>,
  { id, doc, edits }: Draft,
  { by, form, changes, takesBack }: Kept,
): Promise<Refusal | undefined> {
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

/** Ends a draft that was signed. Its caller holds it. */
export const endSigned = (tx: Tx, id: string, { by, at }: { readonly by: string; readonly at: string }) =>
  endDraft(tx, id, { ended_as: 'signed', ended_by: by, ended_at: at, ended_for: null })

/** Ends a draft that nobody will sign. Its text stays readable. */
export const dropDraft = (
  source: Source,
  region: RegionAsListed,
  { account: by }: Viewer,
  id: string,
  why: string,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    await lockDraft(tx, id)
    const draft = await draftRow(tx, id)
    if (!draft) return { refused: 'not-found' }
    if (draft.endedAs === 'dropped') return undefined
    if (draft.endedAs !== null) return { refused: 'draft-ended' }
    if (why.trim() === '') return { refused: 'draft-drop-reason-missing' }
    const at = new Date(source.clock.moment()).toISOString()
    await endDraft(tx, id, { ended_as: 'dropped', ended_by: by, ended_at: at, ended_for: why.trim() })
    await recordEvent(tx, { actor: by, kind: 'draft-dropped', subject: id })
    return undefined
  })

/** Drafts of documents: begun from a text, and what they say after the edits since. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { amendmentBegun, baseOf, baseUnder, comesTo } from '@piket/domain/circular/amendment.ts'
import { type Beginning, begunFrom, begunFromText } from '@piket/domain/circular/begun.ts'
import { type Edit, editedBy } from '@piket/domain/circular/edit.ts'
import { ownOffice } from '@piket/domain/circular/own-office.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { isPatchRefusal } from '@piket/domain/circular/patch.ts'
import { lawOf } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { type WrittenCircular, written, writtenWith } from '@piket/domain/circular/written.ts'
import { problemLine } from '@piket/domain/messages/problem.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { keeping } from '#platform/kept.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import { type FiledCircular, loadRegister, type Register, registered, sha256 } from '../circular/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { templates } from '../template/service.ts'
import { addDraft, draftRow, draftRows, editRows, endDraft, lockBeginning, lockDraft } from './queries.ts'

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
  /** The document that is to read as the text does; null: it is a document of its own. */
  readonly amends: string | null
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

/** What drafts were begun with, by the hash of the text; what was read longest ago is parsed again. */
const byHash = keeping<Circular>(200)

const parsed = (id: string, source: string): Circular => byHash(sha256(source), () => parsedNow(id, source))

function parsedNow(id: string, source: string): Circular {
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
  /** What it comes to when it is signed. */
  readonly coming: WrittenCircular
  readonly nameOf: (account: string) => string
}

export const readDraft = (
  source: Pick<Source, 'db' | 'clock'>,
  region: RegionAsListed,
  id: string,
): Promise<NamedDraft | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const draft = await draftNow(tx, id)
    if (!draft) return undefined
    const people = [draft.begunBy, draft.endedBy ?? [], ...draft.edits.map(({ by }) => by)].flat()
    return {
      draft,
      coming: await comingOf(tx, draft, roleWindow(source, region)),
      nameOf: await accountNames(tx, people),
    }
  })

/** The document that a draft comes to: its text, or the letter of what it changes; what was signed is kept as such. */
async function comingOf(
  tx: Tx,
  draft: Draft,
  { known, zone }: ReturnType<typeof roleWindow>,
): Promise<WrittenCircular> {
  if (draft.amends === null) return { doc: draft.doc, text: yamlOf(draft) }
  const register = await loadRegister(tx, { known, zone })
  const signed = draft.endedAs === 'signed' && register.filed.find(({ id }) => id === draft.doc.id)
  if (signed) return { doc: signed.doc, text: signed.source }
  const doc = comesTo(draft, baseUnder(draft, lawOf(registered(register)), { known, readings: register.readings }))
  return { doc, text: written(doc) }
}

/** A page lists so many ended ones at most. */
const mostEnded = 20

/** Every open draft and the last that were ended, the newest first. */
export const draftsOf = (
  { db }: Pick<Source, 'db'>,
  region: RegionAsListed,
): Promise<{ readonly drafts: readonly Draft[]; readonly nameOf: (account: string) => string }> =>
  as(db, inRegion(region), async (tx) => {
    const drafts = await draftsWith(tx, mostEnded)
    const nameOf = await accountNames(
      tx,
      drafts.flatMap(({ begunBy, endedBy }) => [begunBy, endedBy ?? []].flat()),
    )
    return { drafts, nameOf }
  })

/** Every open draft, the newest first. */
export const openDrafts = ({ db }: Pick<Source, 'db'>, region: RegionAsListed): Promise<readonly Draft[]> =>
  as(db, inRegion(region), (tx) => draftsWith(tx, 0))

/** Every open draft, and so many of those that were ended. */
async function draftsWith(tx: Tx, ended: number): Promise<readonly Draft[]> {
  const rows = await draftRows(tx, ended)
  const edits = await editsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => draftOf(row, edits.get(row.id) ?? []))
}

export interface Begun {
  readonly id: string
  /** A template or a document of the region; empty: the text. */
  readonly from: string
  /** What it will do to a document of the region; absent: nothing. */
  readonly relation?: 'amends' | 'replaces' | 'follows' | undefined
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
    const register = await loadRegister(tx, roleWindow(source, region))
    const { filed } = register
    const model = [...filed, ...frames].find((one) => one.id === from)
    if (from !== '' && !model) return { refused: 'draft-model-unknown' }
    if (relation && !filed.some((one) => one.id === from)) return { refused: 'draft-relation-elsewhere' }
    const named = await beginning(tx, source, region, filed)
    const own =
      model === undefined
        ? textGiven(text)
        : relation === 'amends'
          ? amendmentText(model.id, register, named, roleWindow(source, region))
          : written(begunFrom(model.doc, { ...named, relation }))
    if (typeof own !== 'string') return own
    const at = new Date(source.clock.moment()).toISOString()
    const amends = relation === 'amends' ? from : null
    const row = { draft_id: id, begun_from: from || 'text', amends, source: own, begun_by: by, begun_at: at }
    if (!(await addDraft(tx, row))) {
      const kept = await draftRow(tx, id)
      const isSame =
        kept?.begunBy === by &&
        kept.begunFrom === row.begun_from &&
        kept.amends === amends &&
        (model || kept.source === own)
      return isSame ? undefined : { refused: 'form-used' }
    }
    await recordEvent(tx, { actor: by, kind: 'draft-begun', subject: id, body: { from: row.begun_from } })
    return undefined
  })
}

interface WholeDraft extends Pick<Draft, 'id' | 'amends' | 'doc'> {
  readonly from: string
  readonly by: string
}

/** Keeps a whole document as a draft. Its caller has seen that the id is free. */
export async function beginWhole(
  tx: Tx,
  { clock }: Pick<Source, 'clock'>,
  { id, from, amends, doc, by }: WholeDraft,
): Promise<void> {
  const begun_at = new Date(clock.moment()).toISOString()
  await addDraft(tx, { draft_id: id, begun_from: from, amends, source: written(doc), begun_by: by, begun_at })
}

function textGiven(text: string): string | Refusal {
  if (text.trim() === '') return { refused: 'draft-nothing' }
  const begun = begunFromText(text)
  if (typeof begun === 'string') return begun
  const said = problemLine(begun)
  return { refused: 'draft-text-unreadable', detail: { id: said, en: said } }
}

/** A document of the region as it reads last, to be written on. */
function amendmentText(
  target: string,
  register: Register,
  named: Beginning,
  { known }: ReturnType<typeof roleWindow>,
): string | Refusal {
  const base = baseOf(target, lawOf(registered(register)), { known, readings: register.readings })
  if (!base) return { refused: 'draft-amends-no-law' }
  if (base.isEnded) return { refused: 'act-ended' }
  const { region, level } = base.doc
  // What somebody else has signed, nobody here can amend.
  return region === named.region && level === named.level
    ? written(amendmentBegun(base, named))
    : { refused: 'draft-amends-no-law' }
}

/** What a new draft is called: the region and the month, and a number where that is taken. */
async function beginning(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  filed: readonly Pick<FiledCircular, 'id'>[],
): Promise<Beginning> {
  const open = (await draftRows(tx, 0)).map((row) => parsed(row.id, row.source))
  const taken = new Set([...filed, ...open].map(({ id }) => id))
  const name = `${region.slug}-${businessDay(source, region).slice(0, 7)}`
  let id = name
  for (let number = 2; taken.has(id); number++) id = `${name}-${number}`
  return { id, region: region.slug, level: region.kind, office: ownOffice[region.kind] }
}

/** A draft that can be written, held until the transaction ends. */
export async function openDraft(tx: Tx, id: string): Promise<Draft | Refusal> {
  await lockDraft(tx, id)
  const draft = await draftNow(tx, id)
  if (!draft) return { refused: 'not-found' }
  return draft.endedAs === null ? draft : { refused: 'draft-ended' }
}

/** Ends a draft that was signed. Its caller holds it. */
export const endSigned = (tx: Tx, id: string, { by, at }: { readonly by: string; readonly at: string }) =>
  endDraft(tx, id, { ended_as: 'signed', ended_by: by, ended_at: at, ended_for: null })

/** Ends a draft that nobody will sign. Its caller holds it. */
export const endDropped = (
  tx: Tx,
  id: string,
  { by, at, why }: { readonly by: string; readonly at: string; readonly why: string },
) => endDraft(tx, id, { ended_as: 'dropped', ended_by: by, ended_at: at, ended_for: why })

/** Drops a draft. Its text stays readable. */
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
    await endDropped(tx, id, { by, at, why: why.trim() })
    await recordEvent(tx, { actor: by, kind: 'draft-dropped', subject: id })
    return undefined
  })

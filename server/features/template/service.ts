/** Documents that a draft can begin from: those of other regions as they were told, and frames for common reasons. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { installation } from '#platform/installation.ts'

export interface Template {
  /** Name of its file without ending. */
  readonly name: string
  readonly doc: Circular
  /** A frame without numbers and names; otherwise the document of a region. */
  readonly isFrame: boolean
}

const folders = [
  ['circulars/templates', true],
  ['circulars', false],
] as const

let kept: Promise<readonly Template[]> | undefined

/**
 * Every template of the installation, frames first. Read once: files of the installation do not change while it runs.
 * @throws when a file of `circulars/` does not read
 */
export function templates(): Promise<readonly Template[]> {
  kept ??= Promise.all(folders.map(([folder, isFrame]) => inFolder(folder, isFrame))).then((all) => all.flat())
  return kept
}

async function inFolder(folder: string, isFrame: boolean): Promise<Template[]> {
  const path = join(installation(), folder)
  const files = (await readdir(path)).filter(
    (file) => /^[\w-]+\.yaml$/.test(file) && file !== 'equivalent-mutants.yaml',
  )
  const read = files.toSorted().map(async (file) => {
    const { doc, problems } = parseCircular(file, await readFile(join(path, file), 'utf8'))
    if (!doc) throw new Error(`${folder}/${file}: ${problems.map(({ code }) => code).join(', ')}`)
    return { name: file.replace(/\.yaml$/, ''), doc, isFrame }
  })
  // A document that is known by citation alone has no clause to begin from.
  return (await Promise.all(read)).filter(({ doc }) => doc.clauses.length > 0)
}

/** A module bundled as the program is shipped: the runner of sources adds a call to every closure, users have none. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { installation } from '#platform/installation.ts'

/**
 * Bundles a module into `dist/bundled/`, where it appears whole: another test may load the one before it.
 * @param source its absolute path
 * @returns the path of the bundle
 */
export async function bundleOf(source: string): Promise<string> {
  const outfile = join(installation(), 'dist/bundled', `${basename(source, '.ts')}.mjs`)
  const { outputFiles } = await build({
    entryPoints: [source],
    outfile,
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    plugins: [packagesOutside],
  })
  const draft = `${outfile}.${process.pid}.draft`
  await mkdir(dirname(outfile), { recursive: true })
  await writeFile(draft, outputFiles[0]?.contents ?? '')
  await rename(draft, outfile)
  return outfile
}

/** The product without its demonstration, for a process of its own, with the thread beside it. @returns its path */
export async function servingProgram(): Promise<string> {
  await bundleOf(join(installation(), 'server/check-in-thread.ts'))
  return bundleOf(join(installation(), 'server/testing/serving-child.ts'))
}

const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@piket/') ? undefined : { path, external: true },
    )
  },
}

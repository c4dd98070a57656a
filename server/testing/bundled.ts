/** A module bundled as the program is shipped: the runner of sources adds a call to every closure, users have none. */
import { basename, join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { installation } from '#platform/installation.ts'

/**
 * Bundles a module into `dist/bundled/`.
 * @param source its absolute path
 * @returns the path of the bundle
 */
export async function bundleOf(source: string): Promise<string> {
  const outfile = join(installation(), 'dist/bundled', `${basename(source, '.ts')}.mjs`)
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
    plugins: [packagesOutside],
  })
  return outfile
}

const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@piket/') ? undefined : { path, external: true },
    )
  },
}

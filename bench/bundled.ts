/** A benchmark bundled as the program is shipped: the runner of sources adds a call to every closure, users have none. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installation } from '@piket/server/platform/installation.ts'
import { build, type Plugin } from 'esbuild'

/** Loads a module of this folder, bundled into `dist/bench/`. */
export async function bundled<Module>(name: string): Promise<Module> {
  const outfile = join(installation(), 'dist/bench', `${name}.mjs`)
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    plugins: [packagesOutside],
  })
  return import(pathToFileURL(outfile).href)
}

const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@piket/') ? undefined : { path, external: true },
    )
  },
}

/** The thread that compiles documents. Plain script, so that sources and the bundle start the same file. */
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const compiler = NodeCompiler.create({ workspace: import.meta.dirname })

/** Documents compiled since a result was last of use, before it is let go. */
const keptFor = 2

parentPort.on('message', ({ id, template, data }) => {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data } })
  const failed = compiled.takeDiagnostics()
  parentPort.postMessage(
    compiled.result
      ? { id, pdf: compiler.pdf(compiled.result, { pdfStandard: 'a-2b' }) }
      : { id, failed: JSON.stringify(failed?.shortDiagnostics) },
  )
  compiler.evictCache(keptFor)
})

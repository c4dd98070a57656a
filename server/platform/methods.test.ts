import { expect, test } from 'vitest'
import { knownMethods } from './methods.ts'

const methods = knownMethods()
methods.add({ url: '/:region/edaran', method: 'GET' })
methods.add({ url: '/:region/edaran', method: ['HEAD', 'GET'] })
methods.add({ url: '/naskah.yaml', method: 'POST' })
methods.add({ url: '/', method: 'GET' })

test.each([
  ['/paser/edaran', ['GET', 'HEAD']],
  ['/paser/edaran/', ['GET', 'HEAD']],
  ['/', ['GET']],
  ['/naskah.yaml', ['POST']],
  ['/naskahXyaml', []],
  ['/paser/edaran/x', []],
  ['/edaran', []],
  ['/a/b/edaran', []],
])('%s knows %j', (path, known) => {
  expect(methods.at(path)).toEqual(known)
})

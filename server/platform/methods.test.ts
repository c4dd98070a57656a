import { expect, test } from 'vitest'
import { knownMethods } from './methods.ts'

const methods = knownMethods()
methods.add({ url: '/:region/edaran', method: 'GET' })
methods.add({ url: '/:region/edaran', method: ['HEAD', 'GET'] })
methods.add({ url: '/naskah.yaml', method: 'POST' })
methods.add({ url: '/', method: 'GET' })
methods.add({ url: '/:region/akun/:account', method: 'GET' })
methods.add({ url: '/:region/akun/undang', method: 'POST' })
methods.add({ url: '/:region/opd/*', method: 'GET' })
methods.add({ url: '/:region/opd/:unit/ubah', method: 'POST' })

test.each([
  ['/paser/edaran', ['GET', 'HEAD']],
  ['/paser/edaran/', ['GET', 'HEAD']],
  ['/', ['GET']],
  ['/naskah.yaml', ['POST']],
  ['/naskahXyaml', []],
  ['/paser/edaran/x', []],
  ['/edaran', []],
  ['/a/b/edaran', []],
  ['/paser/akun/a1', ['GET']],
  ['/paser/akun/undang', ['POST']],
  ['/paser/opd/dinas-a/seksi', ['GET']],
  ['/paser/opd/dinas-a/ubah', ['POST']],
])('%s knows %j', (path, known) => {
  expect(methods.at(path)).toEqual(known)
})

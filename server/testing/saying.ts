import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Tx } from '#platform/db.ts'

/** A transaction that answers nothing and keeps what it was asked, so that the SQL of queries can lie beside them. */
export function sayingTx(): { readonly tx: Tx; said(): string } {
  const statements: string[] = []
  const tx = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      statements.push(query.sql)
    },
  }) as unknown as Tx
  return { tx, said: () => `${statements.join(';\n\n')};\n` }
}

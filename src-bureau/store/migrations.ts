// The tables' history. A migration that was ever released is never edited; the next one says why it is needed.
import { type Kysely, type Migration, sql } from 'kysely';

type Schema = Kysely<unknown>['schema'];

/** 0001: the tables as `schema.ts` describes them. */
const first: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database;
    await serviceTable(schema);
    await peopleTables(schema);
    await logTables(database);
    await outgoingTables(schema);
  },
};

async function serviceTable(schema: Schema): Promise<void> {
  await schema
    .createTable('service')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('log_key', 'text', (column) => column.notNull())
    .addColumn('practice', 'boolean', (column) => column.notNull())
    .addColumn('log_size', 'bigint', (column) => column.notNull())
    .execute();
}

async function peopleTables(schema: Schema): Promise<void> {
  await schema
    .createTable('enrolment_requests')
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('keyid', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('envelope', 'bytea', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text')
    .execute();
  await schema.createIndex('enrolment_requests_by_key').on('enrolment_requests').column('keyid').execute();
  await schema
    .createTable('enrolments')
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('request', 'text', (column) => column.notNull().unique().references('enrolment_requests.digest'))
    .addColumn('keyid', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text', (column) => column.notNull())
    .addColumn('envelope', 'bytea', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('enrolments_by_key').on('enrolments').column('keyid').execute();
  await schema
    .createTable('revocations')
    .addColumn('keyid', 'text', (column) => column.primaryKey())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('from_size', 'bigint', (column) => column.notNull())
    .addColumn('envelope', 'bytea', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .execute();
}

async function logTables(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('workstations')
    .addColumn('keyid', 'text', (column) => column.primaryKey())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('lines')
    .addColumn('workstation', 'text', (column) => column.notNull().references('workstations.keyid'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('log_index', 'bigint', (column) => column.notNull().unique())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .addColumn('statement_kind', 'text')
    .addColumn('statement_digest', 'text')
    .addColumn('bytes', 'bytea', (column) => column.notNull())
    .addColumn('stored_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('lines_key', ['workstation', 'seq'])
    .execute();
  // Serves the objection to a verdict, which names it by digest.
  await schema.createIndex('lines_by_statement').on('lines').column('statement_digest').execute();
  await schema
    .createTable('nodes')
    .addColumn('tree', 'text', (column) => column.notNull())
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('nodes_key', ['tree', 'level', 'position'])
    .execute();
  // Serves the question for a proof by leaf hash.
  await sql`create index nodes_by_leaf on nodes (hash) where level = 0`.execute(database);
}

async function outgoingTables(schema: Schema): Promise<void> {
  await schema
    .createTable('editions')
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('json', 'bytea', (column) => column.notNull())
    .addColumn('envelope', 'bytea', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('notices')
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('envelope', 'bytea', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('inbox')
    .addColumn('position', 'serial', (column) => column.primaryKey())
    .addColumn('workstation', 'text', (column) => column.notNull().references('workstations.keyid'))
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('envelope', 'bytea', (column) => column.notNull())
    .addColumn('queued_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('inbox_once', ['workstation', 'digest'])
    .execute();
}

export const migrations: Record<string, Migration> = { '0001-first-tables': first };

import type pg from 'pg';

/** Of the installation and not of its customers or people: there is one of each however many come. */
const ofTheHouse = new Set([
  'bounced_address',
  'checkout',
  'document_version',
  'erasure',
  'look_anchor',
  'look_link',
  'migration',
  'newsletter_issue',
  'newsletter_topic',
  'operator',
  'operator_staff',
  'proof_fault',
  'proof_result',
  'purchase',
  'purchase_look',
  'retention_run',
  'seller',
  'supplier_notice',
  'throttle',
  'voucher',
]);

/** What a customer gets more of when more students come; its courses, groups and staff stay as they are. */
const ofStudents = [
  'account',
  'answer',
  'attempt',
  'attempt_answer',
  'certificate',
  'correspondence',
  'enrolment',
  'ledger',
  'membership',
  'message',
  'notification',
  'page_visit',
  'session',
  'student_group_member',
];

type Column = { table: string; name: string; type: string; points_to: string | null; is_key: boolean };
type Copies = { tables: ReadonlySet<string>; from: number; to: number; where(table: string): string };

const columnsOf = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
    -- What lies at a customer points to it there, by two columns: the customer is the same whatever else they point to.
    case when a.attname = 'customer_id' then 'customer' else
      (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
       order by cardinality(k.conkey) limit 1) end as points_to,
    exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey)) as is_key
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  order by c.relname, a.attnum`;

/** The whole world once more, so many times over: other customers with their staff, courses and students. */
export async function addStrangers(owner: pg.Client, from: number, to: number): Promise<void> {
  const columns = await readColumns(owner);
  const tables = new Set(columns.keys().filter((table) => !ofTheHouse.has(table)));
  // A mail that gave up is told to the operator once and for all: a hundred times as many would be another illness.
  await copy(owner, columns, { tables, from, to, where: (table) => (table === 'mail' ? "t.state <> 'dead'" : 'true') });
}

/** One customer's students once more, so many times over, in its own courses. */
export async function addStudents(owner: pg.Client, customerId: string, from: number, to: number): Promise<void> {
  const columns = await readColumns(owner);
  await owner.query(`create temp table copied on commit drop as
    select account_id as id from membership where customer_id = '${customerId}' and role = 'student'`);
  const where = (table: string) => {
    const names = new Set(columns.get(table)!.map(({ name }) => name));
    const own = names.has('account_id') ? 't.account_id in (select id from copied)' : 'true';
    if (table === 'account') return 't.id in (select id from copied)';
    if (table === 'membership') return `t.customer_id = '${customerId}' and t.role = 'student'`;
    return names.has('customer_id') ? `t.customer_id = '${customerId}' and ${own}` : own;
  };
  await copy(owner, columns, { tables: new Set(ofStudents), from, to, where });
  await owner.query(`update agreement set seats = least(seats * ${to - from + 2}, 1000000) where customer_id = '${customerId}'`);
}

/** What a customer offers, without a student. */
const ofOffers = [
  'course',
  'course_page',
  'course_section',
  'course_version',
  'customer',
  'final_test',
  'question',
  'question_pool',
  'visibility',
];

/** Customers with courses and nobody in them, and cases at the desk: then the first page of each list is as full as it gets. */
export async function fillPages(owner: pg.Client, from: number, to: number): Promise<void> {
  const columns = await readColumns(owner);
  const where = () => 'true';
  await copy(owner, columns, { tables: new Set(ofOffers), from, to, where });
  await copy(owner, columns, { tables: new Set(['enquiry', 'enquiry_assignment', 'enquiry_file', 'enquiry_message']), from, to, where });
  await copy(owner, columns, { tables: new Set(['data_request', 'data_request_event']), from, to: from + 20, where });
}

async function readColumns(owner: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await owner.query<Column>(columnsOf);
  return Map.groupBy(rows, ({ table }) => table);
}

async function copy(owner: pg.Client, columns: Map<string, Column[]>, { tables, from, to, where }: Copies): Promise<void> {
  for (const table of tables) {
    const those = columns.get(table)!;
    const values = those.map((column) => valueOf(column, tables));
    await owner.query(`insert into ${table} (${those.map(({ name }) => `"${name}"`).join(', ')})
      select ${values.join(', ')} from ${table} t, generate_series(${from}, ${to}) k where ${where(table)}`);
  }
}

/** A copy has ids of its own, and so has whatever in it points to what is copied with it. */
function valueOf({ table, name, type, points_to: target, is_key: isKey }: Column, tables: ReadonlySet<string>): string {
  const other = (id: string) => `md5(${id}::text || k)::uuid`;
  if (`${table}.${name}` === 'message.author_id' && !tables.has('customer'))
    return `case when t.from_student then ${other('t.author_id')} else t.author_id end`;
  if (target) return tables.has(target) && type === 'uuid' ? other(`t."${name}"`) : `t."${name}"`;
  if (name === 'question_ids' && tables.has('question'))
    return `array(select ${other('q')} from unnest(t.question_ids) with ordinality u(q, n) order by n)`;
  if (type === 'uuid' && isKey) return other(`t."${name}"`);
  if (type === 'bytea' && isKey) return `sha256(t."${name}" || k::text::bytea)`;
  if (type === 'text' && isKey) return renamed[name] ?? `t."${name}"`;
  return `t."${name}"`;
}

const renamed: Record<string, string> = {
  address: "k || '.' || t.address",
  case_number: 'app.new_case_number()',
  credential_id: "t.credential_id || '-' || k",
  email: "k || '.' || t.email",
  number: "t.number || '-' || k",
  slug: "case when t.slug is not null then t.slug || '-' || k end",
};

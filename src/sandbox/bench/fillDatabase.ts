import { randomUUID } from 'node:crypto';
import type { Case } from '../../cases/case';
import { openStore } from '../../storage/openStore';
import type { BenchDatabase } from './benchDatabase';

const dayMs = 86_400_000;
/** Two years of cases, none of them so old that it would go while it is measured. */
const days = 700;
/** One in that many is not closed: at a million there are 50,000, as after a bad day. */
const openOneIn = 20;
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** What every filled case is a copy of. */
function template(tenantId: string, now: number): Case {
  return {
    tenantId,
    id: randomUUID(),
    number: 'C-TEMPLATE',
    state: 'closed',
    version: 3,
    personId: 'template',
    openerId: 'template',
    language: 'ja',
    findings: [
      { finding: 'phone', values: ['replaced'], origin: 'opening' },
      { finding: 'works_elsewhere', values: ['false'], origin: 'person' },
      { finding: 'is_admin', values: ['false'], origin: 'tenant', source: 'roles', at: now },
    ],
    causes: ['new-phone', 'push-delivery', 'number-changed'],
    route: 'admin-mfa-reset',
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * Makes a database that has been in use: so many cases, and what they left behind (chats, a dialog's state, audit
 * entries, finished jobs). In the database itself, because a million through the store would take longer than the bench.
 */
export async function fillDatabase(
  database: BenchDatabase,
  { cases, tenantId }: { readonly cases: number; readonly tenantId: string },
): Promise<void> {
  const now = Date.now();
  const opened = await openStore({ database: database.address, tenantId, clock: () => now });
  const { id } = template(tenantId, now);
  await opened.store.transaction((tx) => tx.cases.insert({ ...template(tenantId, now), id }));
  await opened.close();

  const columns = Object.keys((await database.run(`select * from cases where id = '${id}'`))[0] ?? {});
  const stepMs = Math.floor((days * dayMs) / cases);
  const at = `${String(now - days * dayMs)} + n.i * ${String(stepMs)}`;
  const state = `case n.i % ${String(openOneIn * 4)} when 0 then 'withStaff' when ${String(openOneIn)} then 'diagnosed'
    when ${String(2 * openOneIn)} then 'withStaff' when ${String(3 * openOneIn)} then 'triage' else 'closed' end`;
  const values: Readonly<Record<string, string>> = {
    id: `'filled-' || n.i`,
    number: numberOf('n.i'),
    state,
    person_id: `'filled-person-' || n.i`,
    owner_id: `case n.i % ${String(openOneIn * 4)} when 0 then 'staff-' || (n.i / ${String(openOneIn * 4)} % 40) end`,
    created_at: at,
    updated_at: `${at} + 600000`,
  };
  const copy = columns.map((name) => values[name] ?? `t.${name}`);
  const series = `with recursive n(i) as (select cast(1 as bigint) union all select i + 1 from n where i < ${String(cases)})`;
  const tenant = `'${tenantId}'`;
  const statements = [
    `insert into cases (${columns.join(', ')}) ${series} select ${copy.join(', ')} from n, cases t where t.id = '${id}'`,
    `insert into conversations (tenant_id, conversation_id, kind, service_url, person_id, language, updated_at)
      ${series} select ${tenant}, 'a:filled-' || n.i, 'personal', 'https://smba.example.com/', 'filled-person-' || n.i,
      'ja', ${at} from n`,
    `insert into audit_trail (tenant_id, seq, at, event, actor_id, case_id, detail, hash)
      ${series} select ${tenant}, n.i, ${at}, 'case.opened', 'filled-person-' || n.i, 'filled-' || n.i, '{}', 'filled' from n`,
    `update audit_heads set seq = ${String(cases)}, hash = 'filled' where tenant_id = ${tenant}`,
    `insert into outbox (tenant_id, id, kind, payload, state, run_after, attempt, created_at)
      ${series} select ${tenant}, 'filled-' || n.i, 'filled', '{}', 'done', ${at}, 1, ${String(now)} from n`,
    `insert into activities (tenant_id, conversation_id, activity_id, seen_at)
      ${series} select ${tenant}, 'a:filled-' || n.i, 'filled-' || n.i, ${String(now)} from n`,
    `insert into bot_state (tenant_id, key, value, etag, updated_at)
      ${series} select ${tenant}, 'msteams/bot/conversations/filled-' || n.i, '{}', 'filled', ${String(now)} from n`,
  ];
  for (const statement of statements) await database.run(statement);
  // What a server does by itself after so many changes; SQLite never does.
  if ('url' in database.address) await database.run('analyze');
}

/** As `Randomness.number` makes them, each once: of those with four letters a million cases take all. */
function numberOf(i: string): string {
  const size = letters.length;
  const letter = (power: number) =>
    `substr('${letters}', cast(${i} / ${String(size ** power)} % ${String(size)} as integer) + 1, 1)`;
  const fifth = `case when ${i} >= ${String(size ** 4)} then ${letter(4)} else '' end`;
  return `'C-' || ${fifth} || ${[3, 2, 1, 0].map(letter).join(' || ')}`;
}

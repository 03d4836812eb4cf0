import type { auditFormats } from '../../src/commands/auditFormats';
import { auditLines } from '../../src/commands/auditFormats';

const entry = {
  tenant_id: 'tenant',
  seq: 7,
  at: Date.UTC(2026, 10, 26),
  event: 'request.approved',
  actor_id: 'admin',
  case_id: 'case-1',
  request_id: null,
  detail: '{"理由":"=1+1, \\"and\\" a|b"}',
  hash: 'ab',
};

async function* entries(...list: (typeof entry)[]) {
  yield* await Promise.resolve(list);
}

async function exported(format: keyof typeof auditFormats, list = [entry]): Promise<readonly string[]> {
  const lines = [];
  for await (const line of auditLines(entries(...list), format)) lines.push(line);
  return lines;
}

describe('an exported audit trail', () => {
  test('as JSON Lines is what was stored', async () => {
    expect((await exported('jsonl')).map((line): unknown => JSON.parse(line))).toEqual([entry]);
  });

  test('as CSV has a header and quotes what needs it', async () => {
    expect(await exported('csv')).toEqual([
      'tenant_id,seq,at,event,actor_id,case_id,request_id,detail,hash',
      'tenant,7,1795651200000,request.approved,admin,case-1,,"{""理由"":""=1+1, \\""and\\"" a|b""}",ab',
    ]);
  });

  test('as CSV runs nothing in a spreadsheet', async () => {
    const [, line] = await exported('csv', [{ ...entry, actor_id: '=cmd()' }]);
    expect(line).toContain(",'=cmd(),");
  });

  test('as ECS names time, action and actor', async () => {
    const [line = ''] = await exported('ecs');
    expect(JSON.parse(line)).toMatchObject({
      '@timestamp': '2026-11-26T00:00:00.000Z',
      event: { action: 'request.approved', sequence: 7 },
      user: { id: 'admin' },
    });
  });

  test('as CEF escapes what would end a field', async () => {
    const [line] = await exported('cef', [{ ...entry, event: 'a|b', detail: 'x=1\ny' }]);
    expect(line).toMatch(
      /^CEF:0\|Monban\|Monban\|1\|a\\\|b\|a\\\|b\|3\|rt=1795651200000 externalId=7 suid=admin /u,
    );
    expect(line).toMatch(/msg=x\\=1\\ny$/u);
  });
});

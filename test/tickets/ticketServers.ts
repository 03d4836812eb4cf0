import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';
import { isSigned } from '../../src/tickets/signature';

interface Kept {
  readonly id: string;
  readonly reference: string;
  readonly caseNumber: string;
  readonly comments: string[];
  state: 'open' | 'resolved';
}

type Answer = readonly [status: number, body?: unknown];
type Route = (kept: Kept[], method: string, url: URL, body: Record<string, unknown>, raw: Raw) => Answer;
interface Raw {
  readonly text: string;
  readonly headers: IncomingMessage['headers'];
}

const record = z.record(z.string(), z.unknown());
const missing: Answer = [404, { error: 'not found' }];

/** A ticket system that keeps tickets as the documented one does, can be down, loses answers, and forgets a ticket. */
export async function ticketServer(route: Route) {
  const kept: Kept[] = [];
  const state = { down: false, loseAnswers: 0, asked: 0 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      state.asked += 1;
      const text = Buffer.concat(chunks).toString('utf8');
      if (state.down) {
        response.statusCode = 503;
        response.end();
        return;
      }
      const body = text === '' ? {} : record.parse(JSON.parse(text));
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const [status, answer] = route(kept, request.method ?? '', url, body, {
        text,
        headers: request.headers,
      });
      if (state.loseAnswers > 0 && request.method !== 'GET') {
        state.loseAnswers -= 1;
        request.socket.destroy();
        return;
      }
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(answer === undefined ? '' : JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    kept,
    state,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function journalOf(kept: readonly Kept[], query: string): Answer {
  const [, id = '', words = ''] = /^element_id=(\w+)\^element=work_notes\^valueLIKE(.+)$/u.exec(query) ?? [];
  const notes = kept.find((one) => one.id === id)?.comments.filter((note) => note.includes(words)) ?? [];
  return [200, { result: notes.map((value) => ({ value })) }];
}

/** ServiceNow's Table API: tables under /api/now/table, `{result}` around every answer, the journal in a table of its own. */
export function serviceNowRoute(
  kept: Kept[],
  method: string,
  url: URL,
  body: Record<string, unknown>,
): Answer {
  const shown = ({ id, reference }: Kept) => ({ sys_id: id, number: reference });
  const query = url.searchParams.get('sysparm_query') ?? '';
  if (url.pathname === '/api/now/table/sys_journal_field') return journalOf(kept, query);
  const [, , id] = /^\/api\/now\/table\/incident(\/(\w+))?$/u.exec(url.pathname) ?? [];
  if (method === 'GET') {
    const number = query.replace('correlation_id=', '');
    return [200, { result: kept.filter(({ caseNumber }) => caseNumber === number).map(shown) }];
  }
  if (method === 'POST') {
    const made = aTicket(
      kept,
      String(body['correlation_id']),
      `INC${String(kept.length + 1).padStart(7, '0')}`,
    );
    return [201, { result: shown(made) }];
  }
  return patched(
    kept.find((one) => one.id === id),
    body,
  );
}

function patched(found: Kept | undefined, body: Record<string, unknown>): Answer {
  if (found === undefined) return [404, { error: { message: 'No Record found' }, status: 'failure' }];
  if (typeof body['work_notes'] === 'string') found.comments.push(body['work_notes']);
  if (body['state'] === '6' && body['close_code'] !== undefined) found.state = 'resolved';
  return [200, { result: { sys_id: found.id, number: found.reference } }];
}

/** Jira Service Management: customer requests by issue key, pages of comments, transitions, JQL. */
export function jiraRoute(kept: Kept[], method: string, url: URL, body: Record<string, unknown>): Answer {
  if (url.pathname === '/rest/api/3/search/jql') {
    const number = /C-[0-9A-Z]{4}/u.exec(url.searchParams.get('jql') ?? '')?.[0];
    const issues = kept.filter(({ caseNumber }) => caseNumber === number);
    return [200, { issues: issues.map(({ reference }) => ({ key: reference })) }];
  }
  if (url.pathname === '/rest/servicedeskapi/request') {
    const fields = record.parse(body['requestFieldValues']);
    const number = /C-[0-9A-Z]{4}/u.exec(String(fields['summary']))?.[0] ?? '';
    const made = aTicket(kept, number, `HELP-${String(kept.length + 1)}`);
    return [201, { issueKey: made.reference, _links: { web: 'https://desk.example/HELP' } }];
  }
  const [, key, what] = /^\/rest\/servicedeskapi\/request\/([^/]+)\/(\w+)$/u.exec(url.pathname) ?? [];
  const found = kept.find(({ reference }) => reference === key);
  if (found === undefined) return missing;
  return onRequest(found, `${method} ${what ?? ''}`, body);
}

/** What hangs on one request: its comments and its transitions. */
function onRequest(found: Kept, call: string, body: Record<string, unknown>): Answer {
  switch (call) {
    case 'GET comment':
      return [200, { values: found.comments.map((text) => ({ body: text })), isLastPage: true }];
    case 'POST comment':
      found.comments.push(String(body['body']));
      return [201, { id: '1' }];
    case 'GET transition':
      return [200, { values: found.state === 'open' ? [{ id: '761', name: 'Resolve this issue' }] : [] }];
    case 'POST transition':
      found.state = 'resolved';
      return [204];
    default:
      return missing;
  }
}

/** A receiver of our own signed events, which takes each event id once. */
export function webhookRoute(secret: string, clock: () => number): Route {
  const seen = new Set<string>();
  return (kept, _method, _url, body, { headers, text }) => {
    const signature = headers['x-monban-signature'];
    if (typeof signature !== 'string' || !isSigned(secret, text, signature, clock())) return [401];
    const number = typeof body['caseNumber'] === 'string' ? body['caseNumber'] : body['ticket'];
    const before = kept.find(({ id }) => id === number);
    if (body['kind'] === 'ticket.create') {
      const made = before ?? aTicket(kept, String(number), String(number), String(number));
      return [200, { id: made.id, reference: made.reference }];
    }
    if (before === undefined) return missing;
    if (seen.has(String(body['id']))) return [200];
    seen.add(String(body['id']));
    if (body['kind'] === 'ticket.comment') before.comments.push(String(body['text']));
    else before.state = 'resolved';
    return [200];
  };
}

function aTicket(kept: Kept[], caseNumber: string, reference: string, id?: string): Kept {
  const made: Kept = {
    id: id ?? `${String(kept.length + 1).padStart(2, '0')}a9e6b0c611227601e4c4c4b2e6f0d1`,
    reference,
    caseNumber,
    comments: [],
    state: 'open',
  };
  kept.push(made);
  return made;
}

import { z } from 'zod/v4';
import { Fault } from '../faults';
import type { MadeTicket, TicketDesk } from '../ports/ticketDesk';
import { askTickets, type TicketLine } from './askTickets';

/*
 * ServiceNow's Table API, https://www.servicenow.com/docs/r/zurich/api-reference/rest-apis/c_TableAPI.html: records of the
 * table `incident` under /api/now/table/incident, `{result: …}` around what is answered. A comment is written into the
 * journal field `work_notes`, and read again from the table sys_journal_field. State 6 is resolved; it asks for a close
 * code and close notes.
 */
const record = z.object({ sys_id: z.string().min(1), number: z.string().min(1) });
const one = z.object({ result: record });
const list = z.object({ result: z.array(record) });
const journal = z.object({ result: z.array(z.looseObject({})) });
const fields = 'sysparm_fields=sys_id,number';
const resolved = '6';

export function serviceNowDesk(line: TicketLine & { readonly closeCode: string }): TicketDesk {
  const table = '/api/now/table/incident';
  const made = ({ number, sys_id: id }: z.infer<typeof record>): MadeTicket => ({
    externalId: id,
    reference: number,
    link: new URL(`/nav_to.do?uri=incident.do?sys_id=${id}`, line.baseUrl).href,
  });
  const patch = async (id: string, body: object): Promise<'done' | 'gone'> => {
    const path = `${table}/${encodeURIComponent(id)}?${fields}`;
    return (await askTickets(line, { method: 'PATCH', path, body }, one)) === 'gone' ? 'gone' : 'done';
  };
  return {
    system: 'servicenow',
    async find(caseNumber) {
      const query = encodeURIComponent(`correlation_id=${caseNumber}`);
      const path = `${table}?sysparm_query=${query}&sysparm_limit=1&${fields}`;
      const found = await askTickets(line, { method: 'GET', path }, list);
      const [first] = found === 'gone' ? [] : found.result;
      return first && made(first);
    },
    async create({ caseNumber, description, summary }) {
      const body = {
        short_description: summary,
        description,
        correlation_id: caseNumber,
        correlation_display: 'Monban',
      };
      const answer = await askTickets(line, { method: 'POST', path: `${table}?${fields}`, body }, one);
      if (answer === 'gone') throw new Fault('tickets-refused', 'there is no such table', { status: 404 });
      return made(answer.result);
    },
    async comment(id, { reference, text }) {
      const query = encodeURIComponent(`element_id=${id}^element=work_notes^valueLIKE${reference}`);
      const path = `/api/now/table/sys_journal_field?sysparm_query=${query}&sysparm_limit=1`;
      const before = await askTickets(line, { method: 'GET', path }, journal);
      if (before !== 'gone' && before.result.length > 0) return 'done';
      return patch(id, { work_notes: `${text} [${reference}]` });
    },
    resolve: (id, text) => patch(id, { state: resolved, close_code: line.closeCode, close_notes: text }),
  };
}

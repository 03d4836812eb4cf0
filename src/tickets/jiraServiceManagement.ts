import { z } from 'zod/v4';
import { Fault } from '../faults';
import type { MadeTicket, TicketDesk } from '../ports/ticketDesk';
import { askTickets, type TicketLine } from './askTickets';

/*
 * Jira Service Management Cloud, https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/: requests
 * are made under /rest/servicedeskapi/request by service desk and request type; comments and transitions hang on their
 * issue key. They are looked for by JQL, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/.
 */
const request = z.object({
  issueKey: z.string().min(1),
  _links: z.looseObject({ web: z.string().optional() }).optional(),
});
const found = z.object({ issues: z.array(z.looseObject({ key: z.string().min(1) })) });
const comments = z.object({
  values: z.array(z.looseObject({ body: z.string() })),
  isLastPage: z.boolean().optional(),
});
const transitions = z.object({ values: z.array(z.looseObject({ id: z.string(), name: z.string() })) });
const anything = z.unknown();

export interface JiraSettings extends TicketLine {
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
  /** What the transition is called that resolves a request, in any case of letters. */
  readonly resolveTransition: string;
}

export function jiraDesk(line: JiraSettings): TicketDesk {
  const base = '/rest/servicedeskapi/request';
  const at = (key: string, rest: string) => `${base}/${encodeURIComponent(key)}/${rest}`;
  const made = (key: string, link?: string): MadeTicket => ({
    externalId: key,
    reference: key,
    link: link ?? new URL(`/browse/${encodeURIComponent(key)}`, line.baseUrl).href,
  });
  return {
    system: 'jira',
    async find(caseNumber) {
      const jql = encodeURIComponent(`summary ~ "\\"${caseNumber}\\"" ORDER BY created ASC`);
      const path = `/rest/api/3/search/jql?jql=${jql}&maxResults=1&fields=summary`;
      const answer = await askTickets(line, { method: 'GET', path }, found);
      const [first] = answer === 'gone' ? [] : answer.issues;
      return first && made(first.key);
    },
    async create({ caseNumber, description, summary }) {
      const body = {
        serviceDeskId: line.serviceDeskId,
        requestTypeId: line.requestTypeId,
        requestFieldValues: { summary: `[${caseNumber}] ${summary}`, description },
      };
      const answer = await askTickets(line, { method: 'POST', path: base, body }, request);
      if (answer === 'gone')
        throw new Fault('tickets-refused', 'there is no such service desk', { status: 404 });
      return made(answer.issueKey, answer._links?.web);
    },
    async comment(key, { reference, text }) {
      for (let start = 0; ; start += 50) {
        const path = at(key, `comment?start=${String(start)}&limit=50`);
        const page = await askTickets(line, { method: 'GET', path }, comments);
        if (page === 'gone') return 'gone';
        if (page.values.some(({ body }) => body.includes(reference))) return 'done';
        if (page.isLastPage !== false) break;
      }
      const body = { body: `${text} [${reference}]`, public: false };
      const answer = await askTickets(line, { method: 'POST', path: at(key, 'comment'), body }, anything);
      return answer === 'gone' ? 'gone' : 'done';
    },
    async resolve(key, text) {
      const listed = await askTickets(line, { method: 'GET', path: at(key, 'transition') }, transitions);
      if (listed === 'gone') return 'gone';
      const wanted = line.resolveTransition.toLowerCase();
      const step = listed.values.find(({ name }) => name.toLowerCase() === wanted);
      // Somebody resolved it there already: its workflow offers that step no more.
      if (step === undefined) return 'done';
      const body = { id: step.id, additionalComment: { body: text } };
      const answer = await askTickets(line, { method: 'POST', path: at(key, 'transition'), body }, anything);
      return answer === 'gone' ? 'gone' : 'done';
    },
  };
}

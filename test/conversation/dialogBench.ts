import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ActivityTypes, type Activity } from 'botbuilder';
import { DialogTestClient } from 'botbuilder-testing';
import { pino } from 'pino';
import { z } from 'zod/v4';
import { loadTemplates } from '../../src/cards/loadTemplates';
import { createReplies } from '../../src/conversation/replies';
import { speakerOf } from '../../src/conversation/speaker';
import { TriageDialog, type TriageDialogDeps } from '../../src/conversation/triageDialog';
import { readTriageAction, triageVerbs, type ConversationInput } from '../../src/conversation/input';
import type { Person } from '../../src/cases/person';
import type { Directory } from '../../src/ports/directory';
import type { ReadEvidence } from '../../src/ports/evidence';
import { readKnowledge } from '../../src/readKnowledge';
import { aDatabase } from '../storage/aDatabase';
import { openTestStore } from '../storage/openTestStore';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import type { Observation } from '../../src/triage/observation';
import { easyPolicy } from '../fakes/policies';
import { secureRandomness } from '../../src/usecases/randomness';

const projectRoot = path.resolve(__dirname, '../..');
export const employeeId = '11111111-1111-4111-8111-111111111111';
export const tenantId = '22222222-2222-4222-8222-222222222222';

const replySchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  value: z.unknown(),
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});

/** One thing that the bot sent: words, a card, or the answer to a button. */
export interface Sent {
  readonly kind: 'text' | 'card' | 'invokeAnswer';
  readonly text: string;
  /** The card's actions, those of nested containers too. */
  readonly actions: readonly { title: string; verb: string; data: Record<string, unknown> }[];
}

/** A triage dialog on the real store and the real knowledge, driven by botbuilder-testing. */
export async function startDialog(
  options: {
    evidence?: readonly Observation[];
    /** In place of `evidence`: what each asking for it brings. */
    readEvidence?: ReadEvidence;
    locale?: string;
    staff?: boolean;
    /** The numbers that the directory holds of the employee. */
    phones?: readonly string[];
    clock?: () => number;
  } = {},
) {
  const knowledge = parseKnowledge(readKnowledge(projectRoot));
  if (!knowledge.ok) throw new Error(knowledge.problems.map(({ message }) => message).join('\n'));
  const clock = options.clock ?? (() => Date.UTC(2026, 10, 21, 9));
  const opened = await openTestStore({
    database: aDatabase(path.join(mkdtempSync(path.join(tmpdir(), 'monban-dialog-')), 'store.sqlite')),
    tenantId,
    clock,
  });
  const templates = loadTemplates(path.join(projectRoot, 'cards'));
  const replies = createReplies({
    templates,
    knowledge: knowledge.knowledge,
    answerInvoke: async (context, answer) => {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: answer });
    },
    today: () => '2026-11-21',
    telecomProvider: false,
  });
  const deps: TriageDialogDeps = {
    store: opened.store,
    clock,
    tenantId,
    staffLanguage: 'ja',
    random: secureRandomness,
    knowledge: knowledge.knowledge,
    readEvidence:
      options.readEvidence ?? (() => Promise.resolve({ findings: options.evidence ?? [], notAvailable: [] })),
    replies,
    directory: { ...emptyDirectory, person: (id) => Promise.resolve(personWith(id, options.phones)) },
    approvals: {
      policy: easyPolicy,
      approverIds: ['33333333-3333-4333-8333-333333333333'],
      approverGroupIds: [],
      breakGlassIds: [],
      botId: '44444444-4444-4444-8444-444444444444',
      laterSteps: [],
      applicationRemedies: ['require-mfa-reregistration', 'issue-temporary-access-pass'],
      requestValidMs: 3_600_000,
      passLifetimeMinutes: 60,
    },
    staffChannel:
      options.staff === false
        ? undefined
        : { tenantId, serviceUrl: 'http://127.0.0.1/', conversationId: '19:staff', kind: 'channel' },
    helpdeskContact: undefined,
    log: pino({ level: 'silent' }),
  };
  const dialog = new TriageDialog(deps, ({ context }) => {
    const speaker = speakerOf(context.activity);
    if (speaker === undefined) throw new Error('the test speaks without an identity');
    return { speaker, input: inputOf(context.activity), chosenLanguage: undefined };
  });
  const client = new DialogTestClient('msteams', dialog);
  return { ...opened, ...driver(client, options.locale ?? 'ja-JP') };
}

function driver(client: DialogTestClient, locale: string) {
  const common = {
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1/',
    locale,
    from: { id: '29:employee', name: 'Employee', aadObjectId: employeeId },
    conversation: { id: 'a:employee', conversationType: 'personal', tenantId, isGroup: false, name: '' },
  };
  const deliver = async (activity: Partial<Activity>): Promise<Sent[]> => {
    const sent: Sent[] = [];
    let next: unknown = await client.sendActivity({ ...common, ...activity });
    while (next !== undefined) {
      sent.push(readSent(next));
      next = client.getNextReply();
    }
    return sent;
  };
  return {
    say: (text: string) => deliver({ type: ActivityTypes.Message, text }),
    press: (verb: string, data: unknown) =>
      deliver({ type: ActivityTypes.Invoke, name: 'adaptiveCard/action', value: { action: { verb, data } } }),
  };
}

function isMessage(type: string): boolean {
  return type === 'message';
}

function inputOf(activity: Activity): ConversationInput {
  if (isMessage(activity.type)) return { kind: 'said', text: activity.text };
  const { action } = z
    .object({ action: z.object({ verb: z.enum(triageVerbs), data: z.unknown() }) })
    .parse(activity.value);
  const input = readTriageAction(action.verb, action.data);
  if (input === undefined) throw new Error(`malformed ${action.verb}`);
  return input;
}

function readSent(activity: unknown): Sent {
  const reply = replySchema.parse(activity);
  const card = reply.type === 'invokeResponse' ? reply.value : reply.attachments?.[0]?.content;
  return {
    kind: reply.type === 'invokeResponse' ? 'invokeAnswer' : card === undefined ? 'text' : 'card',
    text: card === undefined ? (reply.text ?? '') : JSON.stringify(card),
    actions: [...actionsOf(card)],
  };
}

const actionSchema = z.looseObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
});

function* actionsOf(node: unknown): Generator<z.infer<typeof actionSchema>> {
  const action = actionSchema.safeParse(node).data;
  if (action) yield action;
  else if (Array.isArray(node)) for (const child of node) yield* actionsOf(child);
  else if (typeof node === 'object' && node !== null)
    for (const child of Object.values(node)) yield* actionsOf(child);
}

const notThere = () => Promise.reject(new Error('the dialog reads the directory through evidence only'));
/** Nobody, where nothing is known of them. */
const personWith = (id: string, phones: readonly string[] | undefined): Person | undefined =>
  phones && {
    ...{ id, displayName: 'Hanako', userPrincipalName: 'hanako@example.com', kind: 'member' },
    ...{ accountEnabled: true, synced: false, managementRestricted: false, phones },
  };

const emptyDirectory: Directory = {
  person: () => Promise.resolve(undefined),
  standing: () => Promise.resolve({ roles: [], inRoleAssignableGroup: false }),
  methods: () => Promise.resolve([]),
  passPolicy: notThere,
  groupsAmong: () => Promise.resolve([]),
  personByUserName: () => Promise.resolve(undefined),
  managerOf: () => Promise.resolve(undefined),
  group: () => Promise.resolve(undefined),
  userRisk: () => Promise.resolve(undefined),
  otherAdministrators: () => Promise.resolve(0),
};

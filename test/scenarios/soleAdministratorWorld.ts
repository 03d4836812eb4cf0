import path from 'node:path';
import { pino } from 'pino';
import { loadTemplates } from '../../src/cards/loadTemplates';
import type { AuthenticationMethod } from '../../src/cases/authenticationMethod';
import { readFollowCommand } from '../../src/cases/followCommand';
import type { ConversationAddress } from '../../src/ports/messenger';
import type { PersonSignIn } from '../../src/ports/signInHistory';
import { keepMicrosoftTicket, sayAccessBack } from '../../src/usecases/followMicrosoft';
import { followHandlers } from '../../src/worker/followHandlers';
import { startOutbox } from '../../src/worker/runOutbox';
import { employeeId, startDialog, tenantId, type Sent } from '../conversation/dialogBench';
import { fakeMessenger } from '../fakes/fakeMessenger';
import { requestWorld } from '../fakes/requestWorld';

export const hour = 60 * 60_000;
export const day = 24 * hour;
/** Thursday, 19 November 2026, 10:30 in Tokyo; Monday the 23rd is a holiday in Japan. */
export const start = Date.UTC(2026, 10, 19, 1, 30);

export const opening = {
  ja: '全体管理者は私だけです。スマホをなくして、認証コードが出せず、管理センターに入れません。ほかに管理者はいません。',
  en: 'I am the only global administrator. I lost my phone, I cannot get a code and I am locked out of the admin center. There is no other admin.',
};
const facts: Readonly<Record<string, string>> = { is_admin: 'true', other_admin_available: 'false' };

/** Answers whatever is asked, from what is known of the trouble, until there is a diagnosis. */
export async function answerAll(
  dialog: Awaited<ReturnType<typeof startDialog>>,
  sent: Sent[],
): Promise<Sent> {
  let last = sent;
  for (let asked = 0; asked < 8; asked += 1) {
    const diagnosis = last.find(({ actions }) => actions.some(({ data }) => 'route' in data));
    if (diagnosis !== undefined) return diagnosis;
    const action = last.flatMap(({ actions }) => actions).find(({ verb }) => verb === 'triage/answer');
    if (action === undefined) throw new Error(`nothing to answer: ${JSON.stringify(last)}`);
    const finding = String(action.data['finding']);
    last = await dialog.press('triage/answer', { ...action.data, value: facts[finding] ?? 'unknown' });
  }
  throw new Error('no diagnosis came');
}

export async function soleAdministrator(language: 'ja' | 'en') {
  const time = { now: start };
  const clock = () => time.now;
  const dialog = await startDialog({ clock, locale: language === 'ja' ? 'ja-JP' : 'en-US' });
  const teams = fakeMessenger();
  const address: ConversationAddress = {
    tenantId,
    serviceUrl: 'http://127.0.0.1/',
    conversationId: 'chat-admin',
    kind: 'personal',
  };
  const tenant = { methods: [] as AuthenticationMethod[], signIns: [] as PersonSignIn[] };
  await dialog.store.transaction((tx) =>
    tx.conversations.remember({ address, personId: employeeId, language, updatedAt: start }),
  );
  const world = await requestWorld({ time });
  const staffChannel: ConversationAddress = { ...address, conversationId: 'staff', kind: 'channel' };
  const deps = {
    ...world.deps,
    clock,
    tenantId,
    store: dialog.store,
    messenger: teams.messenger,
    staffChannel,
    staffLanguage: language,
    templates: loadTemplates(path.join(__dirname, '../../cards')),
    log: pino({ level: 'silent' }),
    approvals: { ...world.deps.approvals, exclusionGroupId: undefined },
    directory: {
      ...world.deps.directory,
      person: () =>
        Promise.resolve({
          id: employeeId,
          displayName: '管理 太郎',
          userPrincipalName: 'admin@hanamachi.example',
          kind: 'member' as const,
          accountEnabled: true,
          synced: false,
          managementRestricted: false,
        }),
      methods: () => Promise.resolve(tenant.methods),
    },
    signInHistory: { signInsOf: () => Promise.resolve(tenant.signIns) },
  };
  const worker = startOutbox({
    jobs: dialog.jobs,
    handlers: { ...followHandlers(deps), 'look-for-incidents': () => Promise.resolve() },
    clock,
    log: deps.log,
    pollMs: 600_000,
    concurrency: 1,
    random: () => 0,
  });
  const run = async (until: number) => {
    for (let jobs = 0; ; jobs += 1) {
      if (jobs > 3000) throw new Error('the jobs never end');
      await worker.drain();
      const next = await dialog.jobs.nextDue();
      if (next === undefined || next > until) break;
      time.now = Math.max(time.now, next);
    }
    time.now = until;
  };
  /** What the person types: read and carried out as the bot does. */
  const type = async (text: string) => {
    const command = readFollowCommand(text);
    const actor = { actorId: employeeId, inStaffChannel: false };
    if (command?.kind === 'microsoftTicket') return keepMicrosoftTicket(deps, { ...command, ...actor });
    if (command?.kind === 'accessBack') return sayAccessBack(deps, { ...command, ...actor });
    throw new Error(`no such command: ${text}`);
  };
  return {
    deps,
    dialog,
    tenant,
    time,
    run,
    type,
    told: () => teams.texts('chat-admin'),
    staffTold: () => teams.texts('staff'),
    caseNow: () => dialog.store.transaction((tx) => tx.cases.openOf(employeeId)),
    async close() {
      await worker.stop();
      await world.close();
      await dialog.close();
    },
  };
}

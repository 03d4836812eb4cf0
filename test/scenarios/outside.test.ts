import path from 'node:path';
import { cardActionsOf } from '../../src/commands/cardActionsOf';
import type { SupportCase } from '../../src/commands/caseFile';
import { openOutsideChat, type OutsideChat } from '../../src/commands/outsideChat';
import { walkCase } from '../../src/commands/walkCase';
import { walkThroughBot } from '../../src/commands/walkThroughBot';
import { readKnowledge } from '../../src/readKnowledge';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import { startSandbox, type Sandbox } from './sandbox';

/** Told in our own words; answered as such a person would. */
const told: readonly SupportCase[] = [
  {
    id: 'a replaced phone',
    lang: 'ja',
    opening: '新しいスマホに替えました。古いのは手元になくて、アプリに会社のアカウントが出てきません。',
    facts: { phone_changed: true, old_phone_usable: false, other_method_usable: false, is_admin: false },
    tenant: {},
  },
  {
    id: 'a phone in airplane mode',
    lang: 'en',
    opening: 'I am on a plane with no connection on my phone and the approval prompt never shows up.',
    facts: { phone_online: false, app_code_works: true, account_in_app: true },
    tenant: {},
  },
  {
    id: 'prompts that nobody started',
    lang: 'ja',
    opening: '何もしていないのに、承認してくださいという通知が夜中に何度も来ます。',
    facts: { symptom: ['unexpected-prompt'], knows_password: true },
    tenant: {},
  },
  { id: 'hardly anything', lang: 'en', opening: 'it does not work', facts: {}, tenant: {} },
];

describe('the bot from outside, over nothing but the Bot Framework protocol', () => {
  let sandbox: Sandbox;
  let chat: OutsideChat;
  beforeAll(async () => {
    sandbox = await startSandbox();
    chat = await openOutsideChat({ bot: sandbox.bot.url, graph: sandbox.standIns.graphUrl });
  });
  afterAll(async () => {
    await chat.close();
    await sandbox.close();
  });

  test.each(told.map((supportCase) => [supportCase.id, supportCase] as const))(
    'comes to the same causes as the command line: %s',
    async (_id, supportCase) => {
      const parsed = parseKnowledge(readKnowledge(path.resolve(__dirname, '../..')));
      if (!parsed.ok) throw new Error('the knowledge is not usable');
      const { assessment, asked } = walkCase(parsed.knowledge, supportCase);
      expect(await walkThroughBot(chat, supportCase)).toEqual({
        causes: assessment.causes.slice(0, 5).map(({ cause }) => cause),
        route: assessment.route,
        asked,
      });
    },
  );

  test('an unknown verb gets an answer, a log line, and changes nothing', async () => {
    const person = await chat.newPerson('en');
    expect(await chat.press(person, 'account/delete', { personId: person.id })).toEqual([]);
    await sandbox.logSays('card action refused');
    // What the tenant is read for meanwhile, the bot reads whether or not anybody presses anything.
    const calls = sandbox.standIns.graph.log();
    expect(
      calls.filter(({ method, path: at }) => at.includes(person.id) || /DELETE|PATCH|PUT/u.test(method)),
    ).toEqual([]);
  });

  test('a malformed answer brings back the question that is open', async () => {
    const person = await chat.newPerson('en');
    await chat.say(person, 'The approval prompt does not reach my phone');
    const cards = await chat.press(person, 'triage/answer', { finding: 'phone_changed', value: 'purple' });
    expect(cards.flatMap(cardActionsOf).map(({ verb }) => verb)).toContain('triage/answer');
  });

  test('a conversation goes on where it was after the bot was killed', async () => {
    const person = await chat.newPerson('ja');
    const [first] = await chat.say(person, 'サインインできません。');
    await sandbox.restartBot('kill');
    const again = await openOutsideChat({ bot: sandbox.bot.url, graph: sandbox.standIns.graphUrl });
    const action = cardActionsOf(first).find(({ verb }) => verb === 'triage/answer');
    const cards = await again.press(person, 'triage/answer', { ...action?.data, value: 'unknown' });
    await again.close();
    expect(cards).toHaveLength(2);
  });

  test('nothing was asked of Graph that its contract does not know', () => {
    expect(sandbox.standIns.graph.violations()).toEqual([]);
  });
});

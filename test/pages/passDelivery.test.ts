import { createServer, type Server } from 'restify';
import { createBrowserSignIns } from '../../src/pages/browserSignIns';
import { mountPassPage } from '../../src/pages/passPage';
import { recordPassShown } from '../../src/usecases/recordPassShown';
import { canary } from '../canary/canary';
import { fakeSignIn } from '../fakes/fakeSignIn';
import { passLinks } from '../fakes/passLinks';
import { policyWith } from '../fakes/policies';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';
import { words } from './passPages';

/** S15: who is shown a pass, by the policy; whoever else tries gets nothing and takes nothing away. */
type Delivery = 'approver' | 'person';
const people = {
  approver: 'admin',
  person: 'hanako',
  helpdesk: 'desk',
  requester: 'taro',
  stranger: 'stranger',
};
type Role = keyof typeof people;
const roles = Object.keys(people).filter((name): name is Role => name in people);
const minutes = 60_000;
const shown = words(canary);

let world: RequestWorld;
let server: Server;
let signIns: ReturnType<typeof createBrowserSignIns>;
let pages: string[];
let requestId: string;

/** A pass that was asked for by somebody else, proven by the helpdesk, approved, issued; its link is on its way. */
async function issued(passDelivery: Delivery): Promise<void> {
  const rows = { confirm: 'card', requestValidMinutes: 1440, proofValidMinutes: 480 } as const;
  world = await requestWorld({ approvals: { policy: policyWith({ ...rows, passDelivery }) } });
  for (const id of Object.values(people)) await world.remember(id);
  const clock = () => world.time.now;
  signIns = createBrowserSignIns({ clock });
  pages = [];
  server = createServer({ name: '' });
  mountPassPage({
    locker: world.deps.locker,
    mayShow: (id) => recordPassShown(world.deps, id),
    signIn: fakeSignIn(clock).signIn,
    signIns,
    isSecure: false,
    authContext: undefined,
  })(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { id, number } = await world.ask('issue-temporary-access-pass', {
    requesterId: people.requester,
    openerId: people.requester,
  });
  await world.run(1_000);
  expect(await world.decide(number, { approverId: people.approver })).toMatchObject({ ok: true });
  await world.run(minutes);
  requestId = id;
}

afterEach(async () => {
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
  const leaks = world.leaks();
  await world.close();
  expect(leaks).toEqual([]);
});

const chatOf = (role: Role) => `chat-${people[role]}`;
const linksOf = (role: Role) => passLinks(world.teams.cards(chatOf(role)));
const wordsOf = (role: Role) =>
  world.teams
    .texts(chatOf(role))
    .map((text) => /「(\S+ \S+)」|"(\S+ \S+)"/u.exec(text)?.slice(1).join('') ?? '')
    .findLast((found) => found !== '');
const anyLink = () => roles.flatMap(linksOf)[0] ?? '';
const inTenant = () => world.tenant.of(people.person).passes.length;

/** Presses the button of the page, signed in as somebody, or not at all, with what they type. */
async function press(link: string, as: string | undefined, typed?: string): Promise<number> {
  const cookie = as === undefined ? '' : `monban-signed-in=${signIns.remember({ oid: as })}`;
  const init = { headers: { cookie, 'accept-language': 'en' } };
  pages.push(await (await fetch(`${server.url}/pass/${link}`, init)).text());
  const answered = await fetch(`${server.url}/pass/${link}`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(typed === undefined ? {} : { words: typed }).toString(),
  });
  pages.push(await answered.text());
  return answered.status;
}

const sawIt = () => pages.filter((page) => words(page).includes(shown)).length;

describe.each<[Delivery, Role]>([
  ['approver', 'approver'],
  ['person', 'person'],
])('S15: where the policy shows a pass to the %s', (delivery, viewer) => {
  beforeEach(() => issued(delivery));

  test.each(roles)('%s, with what their own chat holds, sees it or not', async (role) => {
    const link = linksOf(role)[0];
    if (link !== undefined) await press(link, people[role], wordsOf(role));
    expect([role, sawIt()]).toEqual([role, role === viewer ? 1 : 0]);
  });

  test.each(roles.filter((role) => role !== viewer))(
    '%s, given the link and signed in as themselves, sees nothing and takes nothing away',
    async (role) => {
      await press(anyLink(), people[role]);
      expect([sawIt(), inTenant(), (await world.find(requestId)).state]).toEqual([0, 1, 'running']);
      await press(anyLink(), people[viewer]);
      expect(sawIt()).toBe(1);
    },
  );

  test('a second look shows nothing', async () => {
    await press(anyLink(), people[viewer]);
    expect([await press(anyLink(), people[viewer]), sawIt()]).toEqual([410, 1]);
  });

  test('after ten minutes it shows nothing, and the pass is gone from the tenant', async () => {
    await world.run(11 * minutes);
    expect([await press(anyLink(), people[viewer]), sawIt(), inTenant()]).toEqual([410, 0, 0]);
    expect((await world.find(requestId)).state).toBe('failed');
  });

  test('another browser, which has not signed in, is shown nothing', async () => {
    await press(anyLink(), undefined);
    expect([sawIt(), inTenant()]).toEqual([0, 1]);
  });

  test('the link is in one chat only', () => {
    expect(roles.filter((role) => linksOf(role).length > 0)).toEqual([viewer]);
    expect(passLinks(world.teams.cards('chat-staff'))).toEqual([]);
  });

  test('the card that was approved said who sees it', () => {
    const asked = JSON.stringify(world.teams.cards('chat-staff'));
    expect(asked).toContain(viewer === 'person' ? '本人だけに 1 回表示' : '最後に承認した人に 1 回だけ表示');
  });
});

describe('S15: somebody who cannot sign in', () => {
  beforeEach(() => issued('person'));
  const spoken = () => wordsOf('approver') ?? '';

  test('opens their page with the words that the approver tells them, and is told what to do next', async () => {
    expect(await press(linksOf('person')[0] ?? '', undefined, spoken().replace(' ', '　'))).toBe(200);
    await world.run(minutes);
    expect([sawIt(), (await world.find(requestId)).state]).toEqual([1, 'done']);
    expect(world.teams.texts(chatOf('person')).at(-1)).toContain('いま表示されたパス');
  });

  test('has the words from nowhere but the telephone', () => {
    expect(spoken()).not.toBe('');
    const others = roles.filter((role) => role !== 'approver');
    const chats = [...others.map(chatOf), 'chat-staff'];
    const said = world.teams.posted.filter(({ conversationId }) => chats.includes(conversationId));
    expect(JSON.stringify(said)).not.toContain(spoken());
    expect(world.logged.join('')).not.toContain(spoken());
  });

  test('may mistake them, but not five times: then the pass goes from the tenant too', async () => {
    const link = linksOf('person')[0] ?? '';
    const answers: number[] = [];
    for (let tried = 0; tried < 5; tried++) answers.push(await press(link, undefined, 'ちがう ことば'));
    expect(answers).toEqual([403, 403, 403, 403, 410]);
    expect([await press(link, undefined, spoken()), sawIt()]).toEqual([410, 0]);
    await world.run(11 * minutes);
    expect([inTenant(), (await world.find(requestId)).state]).toEqual([0, 'failed']);
  });

  test('who has no chat with Monban is refused before anybody is asked', async () => {
    const asking = world.ask('issue-temporary-access-pass', {
      personId: 'admin2',
      requesterId: people.requester,
      openerId: people.requester,
    });
    await expect(asking).rejects.toThrow('personNotReachable');
  });
});

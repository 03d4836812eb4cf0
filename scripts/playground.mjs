/* global fetch */
// Microsoft's Agents Playground as an outside check: one window as an employee, one as an admin of the running
// sandbox. It is fetched when asked for and never a dependency: its licence allows evaluation only.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';

const playground = '@microsoft/m365agentsplayground@0.2.28';
const usage = `npm run playground -- [--bot URL] [--graph URL] [--employee UPN] [--admin UPN] [--port NUMBER]

Opens the running sandbox (npm start -- --open) to two windows of Microsoft's Agents Playground.
  --bot       the bot's address                (http://127.0.0.1:3978)
  --graph     the simulated Graph's address    (http://127.0.0.1:3980)
  --employee  who sits at the first window     (the first who has no role)
  --admin     who sits at the second           (the first Authentication Administrator)
  --port      the first window's port; the second takes the next (56150)
  --fetch     only fetch the Playground, to find out whether this machine can
`;
const approverRole = 'Authentication Administrator';
/** The Playground ends without a word unless it gets this many users beside the one who sits there. */
const othersInPlayground = 5;
const isWindows = process.platform === 'win32';

class Trouble extends Error {}

const options = readOptions();
const folder = await mkdtemp(path.join(tmpdir(), 'monban-playground-'));
const running = [];
let isStopping = false;
// A test that starts this keeps a channel to it: where the test dies, the windows must not stay behind.
for (const end of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(end, () => void stop(0));

try {
  if (options.fetch) {
    await fetchPlayground();
    await stop(0);
  }
  const tenant = await readTenant(options.graph);
  await checkBot(options.bot);
  await fetchPlayground();
  const employee = seat(tenant.people, options.employee, ({ roles }) => roles.length === 0);
  const admin = seat(tenant.people, options.admin, ({ roles }) => roles.includes(approverRole));
  const windows = [
    { role: 'employee', person: employee, port: options.port },
    { role: 'admin', person: admin, port: options.port + 1 },
  ];
  await Promise.all(windows.map((window) => openWindow(tenant, window)));
  for (const { role, person, port } of windows)
    console.log(`${role}: http://localhost:${port}  ${person.name}`);
  console.log('Open both addresses in a browser. Ctrl-C stops them.');
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  if (!isStopping) console.error(error.message);
  await stop(1);
}

function readOptions() {
  const text = (fallback) => ({ type: 'string', default: fallback });
  try {
    const { values } = parseArgs({
      options: {
        bot: text('http://127.0.0.1:3978'),
        graph: text('http://127.0.0.1:3980'),
        port: text('56150'),
        employee: { type: 'string' },
        admin: { type: 'string' },
        fetch: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65534)
      throw new TypeError('--port must be a port number');
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return { ...values, port };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

async function readTenant(graph) {
  const response = await fetch(`${graph}/sandbox/people`).catch(() => undefined);
  if (!response?.ok) throw new Trouble(`No sandbox answers at ${graph}. Start it first: npm start -- --open`);
  return response.json();
}

/** The Playground sends no token. A bot that was not started open would refuse it without a word on its page. */
async function checkBot(bot) {
  const response = await fetch(`${bot}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => undefined);
  if (response === undefined)
    throw new Trouble(`No bot answers at ${bot}. Start it first: npm start -- --open`);
  if (response.status === 401 || response.status === 403) {
    throw new Trouble(`The bot at ${bot} takes only signed activities. Start it with: npm start -- --open`);
  }
}

async function fetchPlayground() {
  console.log(`Fetching ${playground} with npx …`);
  const child = npx(['--version'], folder, ['ignore', 'ignore', 'pipe']);
  running.push(child);
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('exit', resolve);
  });
  if (code === 0) return;
  throw new Trouble(
    `npx could not fetch ${playground}. It needs the npm registry, at least once.\n${complaint.trim()}`,
  );
}

function seat(people, upn, isUsual) {
  const person = people.find((one) => (upn === undefined ? isUsual(one) : one.upn === upn));
  if (person === undefined) throw new Trouble(`The simulated tenant has nobody ${upn ?? 'for this window'}.`);
  return person;
}

async function openWindow(tenant, { role, person, port }) {
  const cwd = path.join(folder, role);
  await mkdir(cwd);
  await writeFile(path.join(cwd, '.m365agentsplayground.yml'), stringify(configuration(tenant, person)));
  const endpoint = `${options.bot}/api/messages`;
  const child = npx(
    ['start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    cwd,
  );
  running.push(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const isUp = await Promise.race([answers(`http://localhost:${port}`), ended.then(() => false)]);
  if (!isUp) throw new Trouble(`The ${role}'s window did not start on port ${port}. Is it in use?`);
}

/** Fields as the Playground's own configuration file has them, its spelling of userPrincipleName included. */
function configuration({ tenantId, botId, people }, self) {
  const others = people.filter(({ id }) => id !== self.id).slice(0, othersInPlayground);
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: botId, name: 'Monban' },
    currentUser: user(self),
    users: others.map(user),
    personalChat: { id: `personal-${self.id}` },
    groupChat: { id: `group-${self.id}`, name: 'IT' },
    team: {
      id: `team-${self.id}`,
      name: 'IT',
      aadGroupId: 'team-aad-group',
      channels: [{ id: `channel-${self.id}`, name: 'Helpdesk' }],
    },
  };
}

function user({ id, upn, name }) {
  const [first, ...rest] = name.split(' ');
  return {
    id: `29:${id}`,
    name,
    userPrincipleName: upn,
    aadObjectId: id,
    givenName: first,
    surname: rest.join(' ') || first,
    email: upn,
  };
}

async function answers(url) {
  for (let attempt = 0; attempt < 240 && !isStopping; attempt += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return true;
    await wait(250);
  }
  return false;
}

function npx(args, cwd, stdio = 'ignore') {
  if (isStopping) throw new Trouble('It was stopped.');
  // A process group of its own: npx starts the Playground as its grandchild, and all of them are to be stopped.
  return spawn('npx', ['-y', playground, ...args], { cwd, stdio, shell: isWindows, detached: !isWindows });
}

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) continue;
    if (isWindows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, 'SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
  await rm(folder, { recursive: true, force: true });
  process.exit(code);
}

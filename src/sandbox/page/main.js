import { createPane } from './pane.js';
import * as sandbox from './sandbox.js';
import { createSwitches } from './switches.js';
import { createTabs } from './tabs.js';

/** Joins the page: three panes, the two switches, the tabs of a narrow window, and the live line. */
async function start() {
  const address = new URLSearchParams(location.search);
  const page = {
    ...(await sandbox.people()),
    language: address.get('lang') ?? (navigator.language.startsWith('ja') ? 'ja' : 'en'),
    theme: address.get('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
    onSeated: () => seated(),
    onNews: (name) => tabs.news(name),
    announce: (text) => announce(text),
    refreshPeople: async () => {
      const { people } = await sandbox.people();
      if (people.length === page.people.length) return;
      page.people = people;
      for (const pane of panes) pane.listPeople();
    },
  };

  const panes = ['employee', 'admin', 'channel'].map((name) => createPane(name, page));
  document.querySelector('.panes').append(...panes.map(({ section }) => section));
  const tabs = createTabs(document.querySelector('.tabs'), panes, page);
  const live = sandbox.createLive({
    looks: () => panes.map((pane) => pane.look()),
    onOpen: () => reload(panes),
    onChanged: (id) => reload(panesAt(id)),
    onTyping: (id) => panesAt(id).forEach((pane) => pane.showTyping()),
  });
  const panesAt = (conversationId) => panes.filter((pane) => pane.look().conversationId === conversationId);
  const reload = (which) => which.forEach((pane) => void pane.reload());
  const seated = () => {
    remember(page, panes);
    live.restart();
  };
  const speak = () => {
    for (const pane of panes) {
      pane.listPeople();
      pane.title();
    }
    tabs.speak();
  };
  createSwitches(page, () => {
    speak();
    remember(page, panes);
    reload(panes);
  });

  for (const pane of panes) {
    // The staff channel is seen by the administrator on the page, unless the address says otherwise.
    const asked = address.get(pane.name) ?? (pane.name === 'channel' ? address.get('admin') : null);
    pane.sit(firstPerson(pane.name, page.people, asked));
  }
  speak();
  seated();
}

const mayApprove = ({ roles }) => roles.includes('Authentication Administrator');

/** Whoever the address names; else the first employee, the first administrator who may approve. */
function firstPerson(name, people, asked) {
  const seats = people.filter(({ isStaff }) => (name === 'channel' ? isStaff : true));
  const named = seats.find(({ upn, id }) => upn === asked || id === asked);
  const usual = name === 'employee' ? ({ isStaff }) => !isStaff : mayApprove;
  return named ?? seats.find(usual) ?? seats.find(({ isStaff }) => isStaff) ?? seats[0];
}

/** The address says who sits where, so that it can be sent to somebody or kept. */
function remember(page, panes) {
  const seats = panes.map((pane) => [pane.name, pane.person().upn]);
  const query = new URLSearchParams([...seats, ['lang', page.language], ['theme', page.theme]]);
  history.replaceState(null, '', `?${query}`);
}

function announce(text) {
  const line = document.querySelector('.bar-note');
  line.textContent = text;
  line.setAttribute('role', 'alert');
}

await start();

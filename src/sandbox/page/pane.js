import { createComposer } from './composer.js';
import { createLog } from './conversationLog.js';
import { openDialog } from './dialogView.js';
import { avatar, element } from './messageView.js';
import { drawMethods } from './methodsView.js';
import * as sandbox from './sandbox.js';
import { wordsIn } from './words.js';

const typingLastsMs = 4000;

/**
 * One of the three panes: the employee's chat, the admin's chat, or the staff channel. `page` is what they share:
 * the people, the theme, the page's language, and what to do when another person sits down or something is new.
 */
export function createPane(name, page) {
  const section = document.querySelector('#pane-template').content.cloneNode(true).firstElementChild;
  const find = (selector) => section.querySelector(selector);
  const isChannel = name === 'channel';
  let person;
  let typingTimer;
  let loading;
  let again = false;

  const words = () => wordsIn(person.language);
  const conversationId = () => (isChannel ? page.channel.id : person.conversationId);
  const guarded = async (work) => {
    try {
      return await work();
    } catch {
      page.announce(words().sendFailed);
      return undefined;
    }
  };

  const log = createLog(find('.log'), {
    async onPress(message, action) {
      const as = person.id;
      const answer = await guarded(() => sandbox.press(conversationId(), message.id, as, action));
      if (!answer?.dialog) return;
      const submit = (data) => sandbox.submitDialog(conversationId(), message.id, as, data);
      openDialog(answer.dialog, { theme: page.theme, language: person.language, words: words(), submit });
    },
    onRefresh: (message) => guarded(() => sandbox.refresh(conversationId(), message.id, person.id)),
    onReply: (root) => composer.replyTo(root, words()),
  });
  const composer = createComposer(find('.composer'), { onSend: (message) => send(message) });
  const send = (message) => guarded(() => sandbox.write(conversationId(), { as: person.id, ...message }));

  /** The person registers a method at Microsoft's own page, which the sandbox does not show. */
  const register = async (personId) => {
    await guarded(() => sandbox.registerMethod(personId));
    await reload();
  };

  const load = async () => {
    const as = person;
    const [seen, methods] = await Promise.all([
      sandbox.conversation(conversationId(), as.id),
      isChannel ? undefined : sandbox.methodsOf(as.id),
    ]);
    if (as !== person) return;
    const style = { theme: page.theme, language: person.language, words: words() };
    if (log.show(seen, style)) page.onNews(name);
    drawMethods(find('.methods'), methods, words(), () => register(as.id));
    if (seen.messages.at(-1)?.from.isBot) find('.typing').hidden = true;
    suggest(seen.messages);
  };
  /** One load at a time; what changes meanwhile is loaded after it. */
  const reload = async () => {
    again = true;
    if (loading) return;
    loading = true;
    while (again) {
      again = false;
      await guarded(load);
    }
    loading = false;
  };

  /** The bot's own suggestions, and, before the person wrote anything, what troubles them. */
  const suggest = (messages) => {
    const place = find('.suggestions');
    const offered = (messages.at(-1)?.suggestions ?? []).map(({ title, value }) => suggestion(title, value));
    const hasWritten = messages.some((message) => message.from.isMe);
    if (!isChannel && !hasWritten && person.trouble) offered.push(suggestion(person.trouble, person.trouble));
    const label = element('span', 'suggestions-label', words().trouble);
    place.replaceChildren(...(offered.length > 0 ? [label, ...offered] : []));
  };
  const suggestion = (title, text) => {
    const button = element('button', 'suggestion', title);
    button.type = 'button';
    button.addEventListener('click', () => void send({ text, mention: isChannel }));
    return button;
  };

  const sit = (next) => {
    if (person?.id !== next.id) {
      log.clear();
      composer.forget();
    }
    person = next;
    section.lang = next.language;
    section.dataset.person = next.id;
    find('.pane-person').value = next.id;
    const sign = isChannel ? element('span', 'avatar is-channel', '#') : avatar({ name: next.name });
    sign.classList.add('pane-avatar');
    find('.pane-avatar').replaceWith(sign);
    const label = isChannel ? words().channelLog(page.channel.name) : words().chatLog(next.name);
    find('.log').setAttribute('aria-label', label);
    composer.speak(words(), { isChannel, botName: page.botName });
  };

  section.dataset.pane = name;
  section.id = `pane-${name}`;
  find('.pane-person').addEventListener('change', (event) => {
    sit(page.people.find(({ id }) => id === event.target.value));
    page.onSeated();
  });
  find('.pane-person').addEventListener('pointerdown', () => void page.refreshPeople());

  return {
    name,
    section,
    sit,
    reload,
    showNewest: () => log.showNewest(),
    look: () => ({ personId: person.id, conversationId: conversationId() }),
    person: () => person,
    /** Lists who can sit here; in the channel only its members. */
    listPeople() {
      const choice = find('.pane-person');
      const seats = page.people.filter(({ isStaff }) => isStaff || !isChannel);
      choice.replaceChildren(...seats.map((one) => option(one, wordsIn(page.language))));
      if (person) choice.value = person.id;
    },
    /** The pane's title is the page's word, not the person's. */
    title() {
      const pageWords = wordsIn(page.language);
      const heading = find('.pane-role');
      heading.textContent = isChannel ? `${pageWords.channel}: ${page.channel.name}` : pageWords[name];
      heading.lang = page.language;
      heading.id = `pane-${name}-title`;
      section.setAttribute('aria-labelledby', heading.id);
      find('.pane-person').setAttribute('aria-label', pageWords.person(pageWords[name]));
    },
    showTyping() {
      const line = find('.typing');
      line.textContent = words().typing(page.botName);
      line.hidden = false;
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => (line.hidden = true), typingLastsMs);
    },
  };
}

function option({ id, name, isStaff, upn, language }, words) {
  const made = element(
    'option',
    '',
    `${name} (${[...(isStaff ? [words.staff] : []), words.languages[language]].join(', ')})`,
  );
  made.value = id;
  made.title = upn;
  return made;
}

import { element } from './messageView.js';
import { wordsIn } from './words.js';

/** In a narrow window one pane is shown at a time; a dot says where something new is. */
export function createTabs(list, panes, page) {
  const tabs = panes.map(({ name, section }, index) => {
    const tab = element('button', 'tab');
    tab.type = 'button';
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', section.id);
    tab.addEventListener('click', () => choose(index));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      if (step === undefined) return;
      const next = (index + step + panes.length) % panes.length;
      choose(next);
      tabs[next].focus();
    });
    tab.dataset.tab = name;
    return tab;
  });
  const choose = (chosen) => {
    for (const [index, tab] of tabs.entries()) {
      const isChosen = index === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panes[index].section.classList.toggle('is-chosen', isChosen);
      if (!isChosen) continue;
      tab.classList.remove('has-news');
      panes[index].showNewest();
    }
  };
  list.append(...tabs);
  choose(0);
  return {
    speak() {
      const words = wordsIn(page.language);
      list.setAttribute('aria-label', words.tabs);
      for (const tab of tabs) tab.textContent = words[tab.dataset.tab];
    },
    news(name) {
      const tab = tabs.find((one) => one.dataset.tab === name);
      if (tab.getAttribute('aria-selected') !== 'true') tab.classList.add('has-news');
    },
  };
}

import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod/v4';
import { loadTemplates } from '../../src/cards/loadTemplates';
import { type CardGallery, type Look, type NamedCard, openCardGallery } from './cardGallery';
import { browserTestsRun } from './inBrowser';
import { openBrowser } from './openBrowser';

/** Each card with its sample, as Microsoft's renderer draws it in the themes of Teams. */
const inBrowser = browserTestsRun('cards in the themes of Teams') ? describe : describe.skip;

const cards = path.join(__dirname, '../../cards');
const templates = loadTemplates(cards);
const samples = z.strictObject({ ja: z.looseObject({}), en: z.looseObject({}) });
const themes = ['light', 'dark', 'contrast'] as const;
const languages = ['ja', 'en'] as const;
const looks = themes.flatMap((theme) => languages.map((language) => [theme, language] as const));
/** Where contact sheets go for somebody to look at; none are made where it is not set. */
const pictures = process.env['MONBAN_CARD_PICTURES'];

const cardsIn = (language: Look['language']): readonly NamedCard[] =>
  readdirSync(path.join(cards, 'samples')).map((file) => {
    const name = path.basename(file, '.json');
    const sample = samples.parse(JSON.parse(readFileSync(path.join(cards, 'samples', file), 'utf8')));
    return { name, card: templates.fill(name, sample[language]) };
  });

inBrowser('the cards', () => {
  let browser: Browser;
  let gallery: CardGallery;

  beforeAll(async () => {
    browser = await openBrowser();
    gallery = await openCardGallery(browser);
  });
  afterAll(async () => {
    await gallery.close();
    await browser.close();
  });

  test.each(looks)('are readable, named and whole in the %s theme, in %s', async (theme, language) => {
    await gallery.draw(cardsIn(language), { theme, language, width: 440 });
    expect(await gallery.problems()).toEqual([]);
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await gallery.picture(path.join(pictures, `${theme}-${language}.png`));
    }
  });

  test.each(languages)('fit on a small phone, in %s', async (language) => {
    await gallery.draw(cardsIn(language), { theme: 'light', language, width: 280 });
    expect(await gallery.problems()).toEqual([]);
    if (pictures !== undefined) await gallery.picture(path.join(pictures, `phone-${language}.png`));
  });

  test.each([
    ['a field without a name', { type: 'Input.Text', id: 'nameless' }, 'no name for'],
    ['a word that is too long', { type: 'TextBlock', text: 'W'.repeat(90) }, 'is cut'],
  ])('would be reported with %s', async (_what, element, problem) => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [element] };
    await gallery.draw([{ name: 'bad', card }], { theme: 'light', language: 'en', width: 280 });
    expect((await gallery.problems()).join('\n')).toContain(problem);
  });

  test('would be reported with grey on white', async () => {
    await gallery.draw(cardsIn('en'), { theme: 'light', language: 'en', width: 440 });
    await gallery.restyle('.ac-textBlock { color: #aaaaaa !important; }');
    expect((await gallery.problems()).join('\n')).toContain('stands out by 2.32 only');
  });
});

/* global document, window, getComputedStyle, NodeFilter, CSS */
// Draws cards as the sandbox's chat page does, and measures what a person with weak eyes or a screen reader meets.
import { cardView } from '/page/cardView.js';

const words = { unsupported: (type) => `UNSUPPORTED ${type}` };

function draw(cards, { theme, language, width }) {
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = language;
  document.body.style.background = 'var(--canvas)';
  const sheet = document.createElement('div');
  sheet.style.cssText = 'columns: 3; column-gap: 16px; padding: 16px; box-sizing: border-box';
  for (const { name, card } of cards) {
    const view = cardView(card, { theme, language, words, onAction: () => Promise.resolve() });
    view.style.cssText = `break-inside: avoid; margin-bottom: 16px; width: ${width}px`;
    view.dataset.name = name;
    sheet.append(view);
  }
  document.body.replaceChildren(sheet);
}

/** All that is wrong with what is drawn, each in words. */
function problems() {
  return [...document.querySelectorAll('.card')].flatMap((card) =>
    [...tooFaint(card), ...withoutName(card), ...tooWide(card), ...unsupported(card)].map(
      (problem) => `${card.dataset.name}: ${problem}`,
    ),
  );
}

function tooFaint(card) {
  const found = [];
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: element } = walker.currentNode;
    if (data.trim() === '' || element.offsetParent === null) continue;
    found.push(...faint(data.trim(), getComputedStyle(element), backgroundOf(element)));
  }
  for (const field of card.querySelectorAll('input[placeholder], textarea[placeholder], select')) {
    const style =
      field.tagName === 'SELECT' ? getComputedStyle(field) : getComputedStyle(field, '::placeholder');
    found.push(...faint(`the placeholder of ${field.id || field.tagName}`, style, backgroundOf(field)));
  }
  return found;
}

function faint(text, style, ground) {
  const size = Number.parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ratio = contrast(over(rgba(style.color), ground), ground);
  return ratio >= (isLarge ? 3 : 4.5)
    ? []
    : [`"${text.slice(0, 40)}" stands out by ${ratio.toFixed(2)} only`];
}

function backgroundOf(element) {
  const layers = [];
  for (let node = element; node !== null; node = node.parentElement)
    layers.push(rgba(getComputedStyle(node).backgroundColor));
  return layers.reduceRight((ground, layer) => over(layer, ground), [255, 255, 255, 1]);
}

function rgba(colour) {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function over([red, green, blue, alpha], ground) {
  const mix = (above, below) => above * alpha + below * (1 - alpha);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1];
}

/** As WCAG 2.2 defines it. */
function contrast(one, other) {
  const luminance = (colour) =>
    colour
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}

function withoutName(card) {
  return [...card.querySelectorAll('input, select, textarea, button, a[href], [role=button]')]
    .filter((element) => element.offsetParent !== null && nameOf(element).trim() === '')
    .map((element) => `a screen reader finds no name for ${element.outerHTML.slice(0, 80)}`);
}

function nameOf(element) {
  const labels =
    element.id === '' ? [] : [...document.querySelectorAll(`label[for="${CSS.escape(element.id)}"]`)];
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
  const byIds = ids.map((id) => document.getElementById(id)?.textContent ?? '');
  const own = ['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName) ? '' : element.textContent;
  return [
    element.getAttribute('aria-label') ?? '',
    ...byIds,
    ...labels.map((label) => label.textContent),
    own,
  ].join(' ');
}

function tooWide(card) {
  return [...card.querySelectorAll('*')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    .map((element) => `${element.className || element.tagName} is cut: ${element.textContent.slice(0, 40)}`);
}

function unsupported(card) {
  return [...card.querySelectorAll('.card-unsupported')].map((note) => note.textContent);
}

window.gallery = { draw, problems };

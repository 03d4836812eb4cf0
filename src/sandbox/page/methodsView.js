import { element } from './messageView.js';

/** Which word stands for a method, by any of the names that Graph or the product gives it. */
const kinds = [
  [/temporaryaccesspass/, 'pass'],
  [/microsoftauthenticator/, 'authenticator'],
  [/oath/, 'oath'],
  [/fido2|passkey/, 'fido2'],
  [/windowshello/, 'hello'],
  [/platform/, 'platform'],
  [/email/, 'email'],
  [/phone/, 'phone'],
  [/password/, 'password'],
];

/** Shows beside the chat what the simulated tenant holds for the person, so that one sees what a remedy did. */
export function drawMethods(place, answer, words, onRegister) {
  const held = answer?.methods;
  const list = Array.isArray(held) ? held : (held?.methods ?? held?.value);
  place.hidden = !Array.isArray(list);
  if (place.hidden) return;
  const items = element('ul');
  items.append(...list.map((method) => element('li', 'method', nameOf(method, words))));
  if (held.passwordChanged) items.append(element('li', 'method is-change', words.passwordChanged));
  if (held.sessionsRevokedAt) items.append(element('li', 'method is-change', words.sessionsRevoked));
  if (list.length === 0) items.append(element('li', 'method', words.noMethods));
  const register = element('button', 'register', words.registerMethod);
  register.type = 'button';
  register.title = words.registerMethodHint;
  register.addEventListener('click', onRegister);
  place.replaceChildren(element('span', '', words.methods), items, register);
}

function nameOf(method, words) {
  const type = String(method['@odata.type'] ?? method.kind ?? method.type ?? '?');
  const plain = type.toLowerCase().replaceAll('-', '');
  const kind = kinds.find(([pattern]) => pattern.test(plain))?.[1];
  const detail = method.phoneNumber ?? method.label ?? method.displayName ?? method.emailAddress;
  const isDefault = method.isDefault ? words.defaultMethod : '';
  return [words.kinds[kind] ?? type.split('.').at(-1), detail, isDefault].filter(Boolean).join(' ');
}

import type { Conversation, Note, Sight } from './conversations';
import { type DialogAnswer, type InvokeAnswer, readDialogAnswer, readInvokeAnswer } from './invokeAnswer';
import { refreshIfDue } from './refreshViews';
import type { PressedAction } from './pressedAction';
import type { StandInParts } from './standInParts';
import type { SimulatedPerson } from './teamsStandInOptions';

/** Somebody opens a conversation: the app is installed if it was not, and stale views are asked for again. */
export async function look(
  parts: StandInParts,
  person: SimulatedPerson,
  conversation: Conversation,
): Promise<void> {
  if (!conversation.installed) {
    conversation.installed = true;
    for (const activity of parts.activities.installed(person, conversation))
      await parts.line.deliver(activity);
  }
  await Promise.all(
    conversation.messages.map((message) => refreshIfDue(parts, { person, conversation, message })),
  );
}

/** Somebody writes. In a channel only what mentions the bot reaches it. Answers how the bot took it. */
export async function write(
  parts: StandInParts,
  person: SimulatedPerson,
  conversation: Conversation,
  words: { readonly text: string; readonly mention: boolean; readonly rootId: string | undefined },
): Promise<{ id: string; status: number | undefined }> {
  const { text, rootId } = words;
  const mention = words.mention && conversation.kind === 'channel';
  const shown = mention ? `@${parts.ids.bot.name} ${text}` : text;
  const message = parts.conversations.add({ conversation, rootId }, person.id, {
    type: 'message',
    text: shown,
    textFormat: 'plain',
  });
  parts.live.changed(conversation.id);
  if (conversation.kind === 'channel' && !mention) return { id: message.id, status: undefined };
  const sent = { ...message, activity: { ...message.activity, text } };
  const activity = parts.activities.message({ person, conversation, message: sent }, mention);
  const { status } = await parts.line.deliver(activity);
  if (status >= 400) setNote(parts, { person, conversation, message }, { kind: 'app-unreachable' });
  return { id: message.id, status };
}

/** Somebody presses a button of a card. What comes back is a dialog, or nothing (the message itself changed). */
export async function press(
  parts: StandInParts,
  sight: Sight,
  action: PressedAction,
): Promise<DialogAnswer | undefined> {
  if (action.type === 'Action.Submit') return submit(parts, sight, action.data);
  const value = { action, trigger: 'manual' };
  const invoke = { name: 'adaptiveCard/action', value };
  const reply = await parts.line.deliver(parts.activities.invoke(sight, invoke));
  parts.sent.note({ by: invoke.name, ...reply });
  takeAnswer(parts, sight, readInvokeAnswer(reply));
  return undefined;
}

/** Somebody sends off a dialog. */
export async function submitDialog(parts: StandInParts, sight: Sight, data: unknown): Promise<DialogAnswer> {
  return askDialog(parts, sight, { name: 'task/submit', data });
}

async function submit(
  parts: StandInParts,
  sight: Sight,
  data: Extract<PressedAction, { type: 'Action.Submit' }>['data'],
): Promise<DialogAnswer | undefined> {
  if (data?.msteams?.type === 'task/fetch') {
    return askDialog(parts, sight, { name: 'task/fetch', data });
  }
  const activity = parts.activities.submit(sight, data ?? {});
  const { status } = await parts.line.deliver(activity);
  if (status >= 400) setNote(parts, sight, { kind: 'app-unreachable' });
  return undefined;
}

async function askDialog(
  parts: StandInParts,
  sight: Sight,
  ask: { readonly name: string; readonly data: unknown },
): Promise<DialogAnswer> {
  const value = { data: ask.data, context: { theme: 'default' } };
  const activity = parts.activities.invoke(sight, { name: ask.name, value });
  const reply = await parts.line.deliver(activity);
  parts.sent.note({ by: ask.name, ...reply });
  return readDialogAnswer(reply);
}

function takeAnswer(parts: StandInParts, sight: Sight, answer: InvokeAnswer): void {
  if (answer.kind !== 'card') {
    setNote(parts, sight, answer);
    return;
  }
  const view = parts.conversations.viewOf(sight.message, sight.person.id);
  view.card = answer.card;
  view.refreshedAt = parts.options.clock();
  delete view.note;
  parts.live.changed(sight.conversation.id);
}

function setNote(parts: StandInParts, sight: Sight, note: Note): void {
  parts.conversations.viewOf(sight.message, sight.person.id).note = note;
  parts.live.changed(sight.conversation.id);
}

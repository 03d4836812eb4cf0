import type { Door, ProofKind } from '../../../src/cases/remedyRequest';
import type { Speaker } from '../../../src/conversation/speaker';
import { Secret } from '../../../src/secret';
import { handleDecision, type Handled } from '../../../src/teams/handleDecision';
import { handleProof, handleVouchNot } from '../../../src/teams/handleProof';
import { clearRedFlags } from '../../../src/usecases/clearRedFlags';
import { confirmBySignIn } from '../../../src/usecases/confirmBySignIn';
import { switchStop } from '../../../src/usecases/emergencyStop';
import { freezeByStaff } from '../../../src/usecases/freezeByStaff';
import { freezeFor } from '../../../src/usecases/freezeRequest';
import { requestRemedy } from '../../../src/usecases/requestRemedy';
import { sha256 } from '../../../src/usecases/sha256';
import { withdrawRequest } from '../../../src/usecases/withdrawRequest';
import { command, type Command, newest, newestOf } from './modelCommand';
import { staffChannel } from './modelWorld';
import { type Answer, isOver, minute, valid, type Who } from './referenceModel';
import * as rules from './rules';

const speaker = (who: Who, inStaffChannel: boolean): Speaker & { readonly inStaffChannel: boolean } => {
  const kind = inStaffChannel ? 'channel' : 'personal';
  const conversationId = inStaffChannel ? staffChannel.conversationId : `chat-${who}`;
  return { personId: who, address: { ...staffChannel, kind, conversationId }, locale: 'en', inStaffChannel };
};

const answered = ({ confirm, taken }: Handled): Answer =>
  taken ? 'done' : confirm === undefined ? 'refused' : 'link';

export const ask = (asker: Who, door: Door): Command =>
  command(`${asker} asks (${door})`, async (model, { world }) => {
    const { deps, store } = world.now();
    const open = model.requests.some((request) => !isOver(request));
    if (!open)
      world.tenant.of('hanako').methods = [
        { id: 'password', kind: 'password' },
        { id: 'app', kind: 'microsoft-authenticator', isDefault: true },
        { id: 'totp', kind: 'software-oath' },
      ];
    const caseId = deps.random.id();
    const times = { createdAt: model.now, updatedAt: model.now };
    const aCase = { language: 'ja', findings: [], causes: [], state: 'diagnosed', version: 1 } as const;
    const { tenantId } = deps;
    await store.transaction((tx) =>
      tx.cases.insert({
        ...{ ...aCase, ...times, tenantId, id: caseId, number: deps.random.number('C') },
        ...{ personId: 'hanako', openerId: asker },
      }),
    );
    const outcome = await requestRemedy(deps, {
      ...{ caseId, personId: 'hanako', requesterId: asker, openerId: asker, door, language: 'ja' },
      ...{ remedy: 'require-mfa-reregistration', revokeSessions: true },
    });
    if (outcome.ok && !outcome.merged) {
      const { expiresAt, id: requestId } = outcome.request;
      world.requestIds.push(requestId);
      const message = { address: staffChannel, activityId: `message-of-${requestId}` };
      const tokenHash = sha256(cardOf(requestId));
      await store.transaction((tx) => tx.cards.add({ requestId, message, tokenHash, expiresAt }));
    }
    return { expected: rules.ask(model, { asker, door }), actual: outcome.ok ? 'done' : 'refused' };
  });

const cardOf = (requestId: string): string => `card-of-${requestId}`.padEnd(40, 'x');

export const prove = (who: Who, kind: ProofKind, inChannel: boolean, rightPhrase = true): Command =>
  command(`${who} proves by ${kind}${rightPhrase ? '' : ' with a wrong phrase'}`, async (model, real) => {
    const { number, phrase } = await newest(real);
    const given = { reference: { number }, proof: kind, phrase: rightPhrase ? phrase : 'wrong' };
    const handled = await handleProof(real.world.now().deps, speaker(who, inChannel), given, 'en');
    const said = { who, kind, inChannel, rightPhrase };
    return { expected: rules.prove(model, newestOf(model), said), actual: answered(handled) };
  });

interface Press {
  readonly who: Who;
  readonly approve: boolean;
  readonly byCard: boolean;
  readonly proves: boolean;
  /** The very activity that was sent before: Teams delivers again. */
  readonly again: boolean;
}

export const press = (pressed: Press): Command =>
  command(`press ${JSON.stringify(pressed)}`, async (model, real) => {
    const { again, approve, byCard, proves, who } = pressed;
    const { deps, store } = real.world.now();
    if (!again) real.sent.last += 1;
    const activity = real.sent.last;
    const first = await store.transaction((tx) => tx.activities.firstSeen('chat-staff', String(activity)));
    const isNew = !real.sent.handled.has(activity);
    real.sent.handled.add(activity);
    if (!first || !isNew) return { expected: isNew, actual: first };
    const { id, number, phrase } = await newest(real);
    const reference = byCard ? { token: cardOf(id), activityId: `message-of-${id}` } : { number };
    const decision = approve ? 'approved' : 'denied';
    const given = { reference, decision, reason: 'called back', phrase } as const;
    const handled = await handleDecision(
      deps,
      speaker(who, byCard),
      { ...given, proof: proves ? 'call-back' : undefined },
      'en',
    );
    const expected = rules.press(model, newestOf(model), { who, approve, proves, inChannel: byCard });
    if (handled.confirm !== undefined) {
      const until = model.now + valid.link * minute;
      model.links.push({ request: newestOf(model), who, again: false, until, used: false });
      real.links.push(handled.confirm.token);
    }
    return { expected, actual: answered(handled) };
  });

/** One of the links is opened by whom it was for, or by somebody else, who signed in so many minutes ago. */
export const signIn = (which: number, other: Who | undefined, minutesAgo: number): Command =>
  command(`link ${which}: ${other ?? 'its owner'} signed in ${minutesAgo} min ago`, async (model, real) => {
    const index = model.links.length - 1 - (which % Math.max(1, model.links.length));
    const [link, secret] = [model.links[index], real.links[index]];
    if (link === undefined || secret === undefined) return { expected: 0, actual: real.links.length };
    const who = other ?? link.who;
    const signedInAt = model.now - minutesAgo * minute;
    const { deps, tokens } = real.world.now();
    const access = { token: new Secret(`token of ${who}`), expiresAt: model.now + 48 * 60 * minute };
    const { confirmation } = deps.approvals.policy;
    const signedIn = { oid: who, authTime: signedInAt, authContexts: [], access };
    const outcome = await confirmBySignIn({ ...deps, tokens, confirmation }, secret, signedIn);
    const expected = rules.confirm(model, link, { who, signedInAt });
    return { expected, actual: outcome.kind === 'taken' ? 'done' : 'refused' };
  });

export const withdraw = (who: Who): Command =>
  command(`${who} takes it back`, async (model, real) => {
    const { id: requestId } = await newest(real);
    const outcome = await withdrawRequest(real.world.now().deps, { requestId, actorId: who });
    return {
      expected: rules.withdraw(newestOf(model), who),
      actual: outcome.ok ? 'done' : 'refused',
    };
  });

export const freeze = (by: 'herself' | 'her manager' | 'staff'): Command =>
  command(`${by}: not me`, async (model, real) => {
    const { deps } = real.world.now();
    const { number } = await newest(real);
    rules.freeze(model, newestOf(model));
    if (by === 'herself') await freezeFor(deps, { personId: 'hanako', actorId: 'hanako', why: 'notMe' });
    else if (by === 'staff') await freezeByStaff(deps, { number, actorId: 'desk', inStaffChannel: true });
    else await handleVouchNot(deps, speaker('taro', false), { number }, 'en');
    const { personId } = await newest(real);
    const flags = await deps.store.transaction((tx) => tx.cases.redFlagsOf(personId));
    return { expected: true, actual: flags.length > 0 };
  });

export const clear = (which: number, who: Who): Command =>
  command(`${who} clears the flags of case ${which}`, async (model, real) => {
    const index = which % model.requests.length;
    const [known, stored] = [model.requests[index], (await real.world.requests())[index]];
    if (known === undefined || stored === undefined) throw new Error('every run begins with a request');
    const { deps } = real.world.now();
    const found = await deps.store.transaction((tx) => tx.cases.find(stored.caseId));
    const said = { caseNumber: found?.number ?? '', actorId: who, reason: 'looked into it' };
    const outcome = await clearRedFlags(deps, said);
    return { expected: rules.clear(model, known, who), actual: outcome === 'done' ? 'done' : 'refused' };
  });

export const stop = (on: boolean, who: Who): Command =>
  command(`${who} ${on ? 'stops everything' : 'lets it go on'}`, async (model, real) => {
    const said = { on, actorId: who, inStaffChannel: true, reason: 'an attack' };
    const outcome = await switchStop(real.world.now().deps, said);
    return { expected: rules.stop(model, on, who), actual: outcome === 'done' ? 'done' : 'refused' };
  });

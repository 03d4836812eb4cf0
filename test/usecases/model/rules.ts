import type { Door, ProofKind } from '../../../src/cases/remedyRequest';
import {
  type Answer,
  human,
  isAmong,
  isOver,
  type Link,
  minute,
  type Model,
  type ModelRequest,
  unlisted,
  valid,
  waits,
  type Who,
} from './referenceModel';

/** Whether somebody has what it takes to say yes or no about this request now (S3, S5, S9). */
export function maySay(model: Model, request: ModelRequest, who: Who): boolean {
  if (unlisted.includes(who) || isAmong(who, request.parties)) return false;
  if (!model.privileged) return model.role[who] !== 'none';
  const proves = request.proof !== undefined && isAmong(who, [request.proof.by]);
  return model.role[who] === 'paa' && !proves;
}

function proofHolds(model: Model, { proof }: ModelRequest): boolean {
  if (proof === undefined || model.now - proof.at >= valid.proof * minute) return false;
  return !model.privileged || proof.kind === 'call-back' || proof.kind === 'in-person';
}

const isSecondAccount = (request: ModelRequest, who: Who): boolean =>
  request.approvals.some((before) => before !== who && human(before) === human(who));

/** Nobody approves while everything is stopped, over a red flag or without a proof that holds (S6, S25, S26). */
const isBarred = (model: Model, request: ModelRequest): boolean =>
  model.stopped || model.flagged.size > 0 || !proofHolds(model, request);

const signInCounts = (model: Model, request: ModelRequest, who: Who, at: number): boolean =>
  model.now - at < valid.signIn * minute && !request.signIns.has(`${who}@${at}`);

interface Decision {
  readonly who: Who;
  readonly approve: boolean;
  readonly signedInAt?: number | undefined;
}

export function decide(model: Model, request: ModelRequest, said: Decision): Answer {
  if (!waits(request) || model.now >= request.expiresAt || !maySay(model, request, said.who))
    return 'refused';
  if (isSecondAccount(request, said.who)) return 'refused';
  // Given for another kind of person: void (S9).
  const before = request.privileged === model.privileged ? request.approvals : [];
  if (said.approve) return approve(model, request, said, before);
  Object.assign(request, { state: 'denied', privileged: model.privileged, approvals: before });
  return 'done';
}

function approve(
  model: Model,
  request: ModelRequest,
  { who, signedInAt }: Decision,
  before: readonly Who[],
): Answer {
  if (isBarred(model, request)) return 'refused';
  const signsIn = model.signInForAll || model.privileged;
  if (signsIn && signedInAt === undefined) return 'link';
  if (signsIn && !signInCounts(model, request, who, signedInAt ?? 0)) return 'refused';
  if (before.includes(who)) return 'refused';
  if (signedInAt !== undefined) request.signIns.add(`${who}@${signedInAt}`);
  Object.assign(request, { privileged: model.privileged, approvals: [...before, who] });
  if (request.approvals.length >= (model.privileged ? 2 : 1))
    Object.assign(request, { state: 'approved', approvedAt: model.now, stalled: false, tokenOf: undefined });
  return 'done';
}

/** A link that is opened, and somebody who has signed in for it (S2, S7). */
export function confirm(model: Model, link: Link, said: { who: Who; signedInAt: number }): Answer {
  if (link.used || model.now >= link.until || said.who !== link.who) return 'refused';
  const { request } = link;
  if (link.again) {
    const goesOn = ['approved', 'claimed', 'running'].includes(request.state);
    const fresh = model.now - said.signedInAt < valid.signIn * minute;
    if (!goesOn || !fresh || request.approvals.at(-1) !== said.who) return 'refused';
    Object.assign(request, { tokenOf: said.who, stalled: true });
  } else {
    if (decide(model, request, { ...said, approve: true }) !== 'done') return 'refused';
    if (request.state === 'approved') request.tokenOf = said.who;
  }
  link.used = true;
  return 'done';
}

interface Proof {
  readonly who: Who;
  readonly kind: ProofKind;
  readonly inChannel: boolean;
  readonly rightPhrase: boolean;
}

/** Nobody proves a request of their own, but staff who took the call; and not who approved an administrator's (S3). */
function mayProve(model: Model, request: ModelRequest, { inChannel, kind, who }: Proof): boolean {
  const theirs = [...request.parties].filter((party) => human(party) === human(who));
  const tookTheCall =
    request.door === 'staff' && !model.privileged && theirs.every((id) => id === request.asker);
  if (theirs.length > 0 && !tookTheCall) return false;
  if (model.privileged && isAmong(who, request.approvals)) return false;
  if (kind === 'manager-vouched') return who === 'taro' && !model.privileged;
  return inChannel || !unlisted.includes(who);
}

export function prove(model: Model, request: ModelRequest, said: Proof): Answer {
  if (!mayProve(model, request, said)) return 'refused';
  if (request.door === 'own' && !said.rightPhrase) {
    // Counted whatever has become of it.
    request.wrongPhrases += 1;
    if (request.wrongPhrases >= 5) freeze(model, request);
    return 'refused';
  }
  if (!waits(request) || model.now >= request.expiresAt) return 'refused';
  Object.assign(request, { state: 'pending', proof: { kind: said.kind, by: said.who, at: model.now } });
  return 'done';
}

/** Who makes sure and approves in one go does two things; about an administrator that is nobody's to do (S3). */
export function press(
  model: Model,
  request: ModelRequest,
  { inChannel, proves, ...said }: { who: Who; approve: boolean; proves: boolean; inChannel: boolean },
): Answer {
  if (said.approve && proves) {
    if (model.privileged) return 'refused';
    prove(model, request, { who: said.who, kind: 'call-back', inChannel, rightPhrase: true });
  }
  return decide(model, request, said);
}

/** It wins over everything that is not yet running, and leaves a red flag in any case (S26, S27). */
export function freeze(model: Model, request: ModelRequest): void {
  if (waits(request) || request.state === 'approved' || request.state === 'claimed') request.state = 'frozen';
  model.flagged.add(model.requests.indexOf(request));
}

export function ask(model: Model, said: { asker: Who; door: Door }): Answer {
  const open = model.requests.find((request) => !isOver(request));
  if (model.flagged.size > 0 || open?.state === 'frozen' || model.stopped) return 'refused';
  if (open !== undefined) {
    open.parties.add(said.asker);
    return 'done';
  }
  model.requests.push({
    state: 'awaitingProof',
    ...said,
    parties: new Set<Who>(['hanako', said.asker]),
    expiresAt: model.now + valid.request * minute,
    privileged: model.privileged,
    wrongPhrases: 0,
    approvals: [],
    approvedAt: 0,
    signIns: new Set(),
    stalled: false,
  });
  return 'done';
}

export function withdraw(request: ModelRequest, who: Who): Answer {
  const theirs = who === 'hanako' || who === request.asker;
  if (!theirs || !(waits(request) || request.state === 'approved')) return 'refused';
  request.state = 'withdrawn';
  return 'done';
}

/** Security's decision about the case of a request (S26). */
export function clear(model: Model, request: ModelRequest, who: Who): Answer {
  const frozen = model.requests.find(({ state }) => state === 'frozen');
  const number = model.requests.indexOf(request);
  const parties = ['hanako' as const, request.asker, ...(frozen?.parties ?? [])];
  if (model.role[who] !== 'paa' || isAmong(who, parties)) return 'refused';
  if (!model.flagged.has(number) && frozen === undefined) return 'refused';
  model.flagged.delete(number);
  if (frozen !== undefined) frozen.state = 'denied';
  return 'done';
}

/** Anybody on the staff stops everything, security lets it go on (S25). */
export function stop(model: Model, on: boolean, who: Who): Answer {
  if (!on && model.role[who] !== 'paa') return 'refused';
  model.stopped = on;
  for (const request of model.requests) if (on && request.state === 'approved') request.state = 'withdrawn';
  return 'done';
}

import type { Case } from '../cases/case';
import type { FollowUp, MicrosoftFollowUp, RecoveryFollowUp, TicketFollowUp } from '../cases/followUp';
import type { Incident } from '../cases/incident';
import type { RequestLane } from '../cases/remedyPlan';
import type { RemedyRequest, RequestState } from '../cases/remedyRequest';
import type { CaseQueue } from './caseQueue';
import type { ConversationAddress, PostedMessage } from './messenger';
import type { RelayedMessages } from './relayedMessages';
import type { TenantMemory } from './tenantMemory';

/** A piece of work that is written with the decision it follows from, and done after it. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** Plain JSON: ids and choices, never a secret or a person's words. */
  readonly payload: unknown;
  /** The trace that it was added in, where traces are kept. */
  readonly trace?: string | undefined;
  /** How often it was started, this time included. */
  readonly attempt: number;
  /** Needed to finish it; a worker whose lease ran out no longer has the right one. */
  readonly lease: string;
}

export interface NewJob {
  readonly kind: string;
  readonly payload: unknown;
  /** Not before this time; at once where absent. */
  readonly runAfter?: number | undefined;
  /** A second job with the same key in the same tenant is not added. */
  readonly idempotencyKey?: string | undefined;
}

/** A job that was given up, for a person to look at. */
export interface DeadLetter {
  readonly id: string;
  readonly kind: string;
  /** The code of what went wrong last. */
  readonly fault: string | undefined;
}

/** One line of the audit trail, before it is chained. */
export interface AuditEntry {
  /** Past tense: `request.approved`, `remedy.step.done`. */
  readonly event: string;
  /** Who did it: an object id, or `monban` for the bot's own doing. */
  readonly actorId: string;
  readonly caseId?: string | undefined;
  readonly requestId?: string | undefined;
  /** Plain JSON without secrets, full phone numbers or tokens. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** One line of the audit trail as it is there. */
export interface WrittenEntry extends AuditEntry {
  readonly at: number;
}

/** A card that was posted for a request, so that it can be edited everywhere. */
export interface PostedCard {
  readonly requestId: string;
  readonly message: PostedMessage;
  /** SHA-256 of the opaque token that this very card carries, in hex. */
  readonly tokenHash: string;
  readonly expiresAt: number;
}

/** Something that takes effect only once the right person has signed in afresh for it (SECURITY S7). */
export interface PendingConfirmation {
  /** SHA-256 of the link's secret, in hex. */
  readonly tokenHash: string;
  readonly requestId: string;
  /** The plan's digest when the link was given: for another plan it is void. */
  readonly digest: string;
  /** Who has to sign in. */
  readonly personId: string;
  readonly language: 'ja' | 'en';
  readonly act:
    | { readonly kind: 'decide'; readonly decision: 'approved' | 'denied'; readonly reason: string }
    /** The approver's token was lost before the remedy was done. */
    | { readonly kind: 'again' }
    /** The person concerned proves who they are by a method that is left to them. */
    | { readonly kind: 'prove' }
    /** Whoever was told on another way says that it was not the person: needs no sign-in, it only stops things. */
    | { readonly kind: 'notMe' };
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt?: number | undefined;
}

/** Where a person's or the channel's chat with the bot is. */
export interface KnownConversation {
  readonly address: ConversationAddress;
  /** The person's object id; absent for channels. */
  readonly personId?: string | undefined;
  readonly language?: 'ja' | 'en' | undefined;
  readonly updatedAt: number;
}

/** How many closed cases confirmed a cause, and how many different people's they were. Never whose. */
export interface ConfirmedCause {
  readonly cause: string;
  readonly cases: number;
  readonly people: number;
}

/** Everything that one transaction can read and write. Saves with another version than the stored one throw `store-conflict`. */
export interface StoreTransaction {
  readonly cases: {
    find(id: string): Promise<Case | undefined>;
    findByNumber(number: string): Promise<Case | undefined>;
    /** The person's newest case that is not closed. */
    openOf(personId: string): Promise<Case | undefined>;
    /** The person's newest case that somebody of the staff has: in their chat the bot is silent then. */
    ownedOf(personId: string): Promise<Case | undefined>;
    /** The case whose card in the staff channel is this message. */
    ofThread(threadId: string): Promise<Case | undefined>;
    /** The red flags of all cases of the person that are not closed, but those that security has decided about. */
    redFlagsOf(personId: string): Promise<readonly string[]>;
    numberIsFree(number: string): Promise<boolean>;
    /** Cases that were opened since then, closed ones too, the oldest first; of more than `most` the newest. */
    createdSince(since: number, most?: number): Promise<readonly Case[]>;
    /** What cases that were closed since then confirmed, the cause of most people first. */
    confirmedCauses(since: number): Promise<readonly ConfirmedCause[]>;
    insert(added: Case): Promise<void>;
    /** Saves where the stored version is `changed.version`, and raises it by one. */
    save(changed: Case): Promise<Case>;
  };
  /** The cases as staff look through them. */
  readonly queue: CaseQueue;
  readonly requests: {
    find(id: string): Promise<RemedyRequest | undefined>;
    findByNumber(number: string): Promise<RemedyRequest | undefined>;
    /** The person's request that is neither finished nor refused: what lets them in, or one of what protects them. */
    openFor(personId: string, lane?: RequestLane): Promise<RemedyRequest | undefined>;
    /** Every request that is in this state now. */
    inState(state: RequestState): Promise<readonly RemedyRequest[]>;
    /** Every request of a case, the oldest first. */
    ofCase(caseId: string): Promise<readonly RemedyRequest[]>;
    /** The person's newest request of what lets them in, whatever became of it. */
    latestFor(personId: string): Promise<RemedyRequest | undefined>;
    insert(added: RemedyRequest): Promise<void>;
    save(changed: RemedyRequest): Promise<RemedyRequest>;
  };
  readonly outbox: {
    add(job: NewJob): Promise<void>;
    /** The same for thousands, so that nobody waits long for a decision that concerns so many. */
    addAll(jobs: readonly NewJob[]): Promise<void>;
    /** The jobs that were given up, the oldest first. */
    dead(limit: number): Promise<readonly DeadLetter[]>;
    /** Puts back the one job given up whose id begins so, as if it were new. */
    revive(idPrefix: string): Promise<DeadLetter | undefined>;
  };
  readonly audit: { append(entry: AuditEntry): Promise<void> };
  readonly trail: {
    /** What the audit trail holds of a case, in order. */
    ofCase(caseId: string): Promise<readonly WrittenEntry[]>;
  };
  readonly cards: {
    add(card: PostedCard): Promise<void>;
    byTokenHash(tokenHash: string): Promise<PostedCard | undefined>;
    /** One entry for each token: a message that was edited while it asked has had several, and all of them count. */
    ofRequest(requestId: string): Promise<readonly PostedCard[]>;
  };
  readonly confirmations: {
    add(confirmation: PendingConfirmation): Promise<void>;
    byTokenHash(tokenHash: string): Promise<PendingConfirmation | undefined>;
    /** True for the one who uses it up, false for everybody after. */
    use(tokenHash: string): Promise<boolean>;
  };
  readonly conversations: {
    remember(conversation: KnownConversation): Promise<void>;
    ofPerson(personId: string): Promise<KnownConversation | undefined>;
  };
  readonly tallies: {
    /** Counts that something happened now. */
    add(kind: string, subject: string): Promise<void>;
    /** How often it happened after that time. */
    count(kind: string, subject: string, since: number): Promise<number>;
  };
  readonly marks: {
    read(name: string): Promise<string | undefined>;
    write(name: string, value: string): Promise<void>;
  };
  readonly activities: {
    /** True the first time that this activity of this conversation is seen, false ever after (SECURITY S10). */
    firstSeen(conversationId: string, activityId: string): Promise<boolean>;
  };
  readonly incidents: {
    find(id: string): Promise<Incident | undefined>;
    open(): Promise<readonly Incident[]>;
    /** The open incident that a case is part of. */
    ofCase(caseId: string): Promise<Incident | undefined>;
    /** The cases that are part of an incident, in the order in which they joined. */
    casesOf(incidentId: string): Promise<readonly Pick<Case, 'id' | 'number' | 'personId'>[]>;
    insert(added: Incident): Promise<void>;
    save(changed: Incident): Promise<Incident>;
    /** Joining twice is joining once. */
    join(incidentId: string, caseId: string, joinedAt: number): Promise<void>;
  };
  /** How a case is followed to its end; one of each kind at most. */
  readonly followUps: {
    recovery(caseId: string): Promise<RecoveryFollowUp | undefined>;
    microsoft(caseId: string): Promise<MicrosoftFollowUp | undefined>;
    ticket(caseId: string): Promise<TicketFollowUp | undefined>;
    insert(added: FollowUp): Promise<void>;
    save(changed: FollowUp): Promise<void>;
  };
  /** What people and staff say to each other through the bot. */
  readonly relays: RelayedMessages;
  /** What was read of the tenant ahead of time. */
  readonly tenant: TenantMemory;
}

/** What can be read outside of a transaction: each answer is as things stand by then. */
export interface StoreView {
  readonly cases: Pick<
    StoreTransaction['cases'],
    'confirmedCauses' | 'createdSince' | 'find' | 'ownedOf' | 'redFlagsOf'
  >;
  readonly queue: CaseQueue;
  readonly conversations: Pick<StoreTransaction['conversations'], 'ofPerson'>;
  readonly incidents: Pick<StoreTransaction['incidents'], 'casesOf' | 'find' | 'ofCase' | 'open'>;
  readonly tenant: Pick<TenantMemory, 'about' | 'failuresSince' | 'feed' | 'feeds' | 'ofTenant'>;
}

/** What guards itself by a condition of its own, whoever does the same at the same time. */
export interface StoreAside {
  readonly conversations: Pick<StoreTransaction['conversations'], 'remember'>;
}

/** The one database of one tenant. */
export interface Store {
  transaction<Result>(work: (tx: StoreTransaction) => Promise<Result>): Promise<Result>;
  /** For whoever decides nothing by it, or looks again in a transaction before: it keeps nobody waiting. */
  look<Result>(work: (view: StoreView) => Promise<Result>): Promise<Result>;
  /** One statement, beside the others' transactions instead of one after the other. */
  aside<Result>(work: (tx: StoreAside) => Promise<Result>): Promise<Result>;
}

/** Some kinds of job, or all but some. */
export type JobKinds = { readonly only: readonly string[] } | { readonly without: readonly string[] };

/** The worker's side of the outbox. */
export interface JobQueue {
  /** Takes up to `limit` jobs that are due, of these kinds or of all, and hides them for `leaseMs`. */
  claim(limit: number, leaseMs: number, kinds?: JobKinds): Promise<readonly Job[]>;
  /** Keeps a job that takes long ours for another `leaseMs`. False where the lease is no longer ours. */
  extend(job: Job, leaseMs: number): Promise<boolean>;
  /** Removes a finished job. False where the lease is no longer ours. */
  complete(job: Job): Promise<boolean>;
  /** Puts a job back for `runAfter`. False where the lease is no longer ours. */
  retry(job: Job, runAfter: number, fault: string): Promise<boolean>;
  /** Sets a job aside for a person to look at, and adds what follows from that: all of it, or nothing. */
  bury(job: Job, fault: string, alongside?: readonly NewJob[]): Promise<boolean>;
  /** When the next job is due, of these kinds or of all; undefined where there is none. */
  nextDue(kinds?: JobKinds): Promise<number | undefined>;
}

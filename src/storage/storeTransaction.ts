import type { StoreTransaction } from '../ports/store';
import { activitiesIn } from './activities';
import { caseQueueIn } from './caseQueue';
import { auditIn, trailIn } from './auditTrail';
import { casesIn } from './cases';
import { confirmationsIn } from './confirmations';
import { conversationsIn } from './conversations';
import { followUpsIn } from './followUps';
import { incidentsIn } from './incidents';
import { marksIn, talliesIn } from './guards';
import { outboxIn } from './outbox';
import { postedCardsIn } from './postedCards';
import { relaysIn } from './relays';
import { requestsIn } from './requests';
import type { Scope } from './scope';
import { tenantMemoryIn } from './tenantMemory';

/** Everything that one transaction can read and write; `jobAdded` is called for each job that was really added. */
export function storeTransaction(scope: Scope, jobAdded: () => void): StoreTransaction {
  return {
    cases: casesIn(scope),
    queue: caseQueueIn(scope),
    requests: requestsIn(scope),
    outbox: outboxIn(scope, jobAdded),
    audit: auditIn(scope),
    trail: trailIn(scope),
    cards: postedCardsIn(scope),
    confirmations: confirmationsIn(scope),
    conversations: conversationsIn(scope),
    activities: activitiesIn(scope),
    tallies: talliesIn(scope),
    marks: marksIn(scope),
    tenant: tenantMemoryIn(scope),
    incidents: incidentsIn(scope),
    followUps: followUpsIn(scope),
    relays: relaysIn(scope),
  };
}

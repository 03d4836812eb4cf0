import { Fault, isFault } from '../faults';
import type { Directory } from '../ports/directory';
import type { PersonReads, Read, TenantEvidence } from '../ports/tenantEvidence';

const offLater = () => Promise.reject(new Fault('graph-off', 'this is not read'));
const offPages = (): AsyncIterable<never> => ({ [Symbol.asyncIterator]: () => ({ next: offLater }) });

/** Evidence of what the directory alone tells: account, methods and roles. Everything else is off. */
export function directoryReads(directory: Directory): TenantEvidence {
  return {
    failingSignIns: offPages,
    registrationDetails: offPages,
    riskyUsers: offPages,
    riskDetections: offPages,
    methodPolicies: offLater,
    securityDefaultsOn: offLater,
    conditionalAccessPolicies: offLater,
    serviceHealth: offLater,
    premiumPlans: offLater,
    domains: offLater,
    perUserMfa: offLater,
    preferredMethod: offLater,
    authenticationSteps: offLater,
    person: async (personId): Promise<PersonReads> => {
      const [account, methods, standing] = await Promise.all([
        read(directory.person(personId)),
        read(directory.methods(personId)),
        read(directory.standing(personId)),
      ]);
      return {
        account: mapped(account, (person) =>
          person === undefined
            ? undefined
            : {
                ...person,
                usageLocation: undefined,
                lastPasswordChangeAt: undefined,
                sessionsValidFrom: undefined,
                passwordNeverExpires: false,
                domain: person.userPrincipalName.split('@').at(-1)?.toLowerCase() ?? '',
              },
        ),
        methods: mapped(methods, (list) =>
          list.map(({ createdAt, id, kind, label, numberFormatWrong, phoneType }) => ({
            id,
            kind,
            createdAt,
            phone:
              kind === 'phone'
                ? {
                    type: phoneType ?? ('unknown' as const),
                    lastTwo: undefined,
                    lastFour: undefined,
                    countryCode: undefined,
                    formatWrong: numberFormatWrong,
                  }
                : undefined,
            deviceName: label,
            appVersion: undefined,
            pass: undefined,
          })),
        ),
        devices: { seen: false, fault: new Fault('graph-off', 'this is not read') },
        standing,
      };
    },
  };
}

async function read<T>(reading: Promise<T>): Promise<Read<T>> {
  try {
    return { seen: true, value: await reading };
  } catch (thrown) {
    if (isFault(thrown)) return { seen: false, fault: thrown };
    throw thrown;
  }
}

function mapped<From, To>(outcome: Read<From>, change: (value: From) => To): Read<To> {
  return outcome.seen ? { seen: true, value: change(outcome.value) } : outcome;
}

import { z } from 'zod/v4';

/** A failure that the connector is told to show on its next calls, so that one can see what the bot makes of it. */
export const connectorFaultSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  status: z.int().min(400).max(599),
  times: z.int().min(1).max(1000).default(1),
  retryAfterSeconds: z.int().min(0).optional(),
});
type ConnectorFault = z.infer<typeof connectorFaultSchema>;

export interface ConnectorFaults {
  add(fault: ConnectorFault): void;
  /** Takes the next failure that is due for this method, if any. */
  next(method: string): ConnectorFault | undefined;
}

/** Keeps the failures that are still due. */
export function createConnectorFaults(): ConnectorFaults {
  let due: ConnectorFault[] = [];
  return {
    add: (fault) => {
      due.push(fault);
    },
    next(method) {
      const fault = due.find((candidate) => candidate.method === method);
      if (fault === undefined) return undefined;
      const left = { ...fault, times: fault.times - 1 };
      due = due.map((other) => (other === fault ? left : other)).filter(({ times }) => times > 0);
      return fault;
    },
  };
}

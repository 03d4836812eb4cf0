/** Something about a service that the health page shows. */
export interface ServiceState {
  readonly id: string;
  readonly service: string;
  status: 'serviceOperational' | 'serviceDegradation' | 'serviceInterruption';
}

/** An incident or advisory of a service. */
export interface ServiceIncident {
  readonly id: string;
  readonly service: ServiceState;
  readonly title: string;
  readonly kind: 'incident' | 'advisory';
  readonly startedAt: number;
  endedAt: number | undefined;
}

export function seedServices(): readonly ServiceState[] {
  return [
    { id: 'Microsoft365Entra', service: 'Microsoft Entra', status: 'serviceOperational' },
    { id: 'Exchange', service: 'Exchange Online', status: 'serviceOperational' },
    { id: 'microsoftteams', service: 'Microsoft Teams', status: 'serviceOperational' },
    { id: 'OSDPPlatform', service: 'Microsoft 365 suite', status: 'serviceOperational' },
  ];
}

/** Whether the page shows the service as disturbed: while an incident of it is open. */
export function statusOf(
  service: ServiceState,
  incidents: readonly ServiceIncident[],
): ServiceState['status'] {
  const open = incidents.filter((one) => one.service === service && one.endedAt === undefined);
  if (open.some(({ kind }) => kind === 'incident')) return 'serviceInterruption';
  return open.length > 0 ? 'serviceDegradation' : service.status;
}

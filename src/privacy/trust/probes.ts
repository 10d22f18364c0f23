import { dataProbes } from './data-probes.ts';
import type { Probe } from './probe.ts';
import { serviceProbes } from './service-probes.ts';

/** Every live proof there is. Whoever adds a control that can be looked at adds its probe here. */
export const probes: readonly Probe[] = [...dataProbes, ...serviceProbes];

export const findProbe = (id: string): Probe | undefined => probes.find((one) => one.id === id);

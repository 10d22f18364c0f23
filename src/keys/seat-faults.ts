/** Why the database refuses to let more people in than was agreed (migration 0330). */
export type SeatFault = 'no seat' | 'out of scope';

const codes: Record<string, SeatFault> = { KU001: 'no seat', KU002: 'out of scope' };

export const seatFault = (error: unknown): SeatFault | undefined => codes[(error as { code?: string } | undefined)?.code ?? ''];

import { sha256 } from '../../platform/secrets.ts';

export type NewDocument = { kind: 'terms'; version: number; textSv: string; textEn: string };

export const hashOf = ({ textSv, textEn }: NewDocument): string => sha256(`${textSv}\n${textEn}`).toString('hex');

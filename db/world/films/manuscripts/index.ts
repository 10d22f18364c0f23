import type { Manuscript } from '../making/manuscript.ts';
import { dataskyddIVardagen } from './dataskydd-i-vardagen.ts';
import { grundlaggandeBrandskydd } from './grundlaggande-brandskydd.ts';
import { kallkritikAk7Till9 } from './kallkritik-ak-7-9.ts';
import { klarsprakForHandlaggare } from './klarsprak-for-handlaggare.ts';
import { maBraPaJobbet } from './ma-bra-pa-jobbet.ts';
import { systematisktArbetsmiljoarbete } from './systematiskt-arbetsmiljoarbete.ts';

/** One film for each course of the demo world that is whole. */
export const manuscripts: readonly Manuscript[] = [
  maBraPaJobbet,
  klarsprakForHandlaggare,
  dataskyddIVardagen,
  grundlaggandeBrandskydd,
  systematisktArbetsmiljoarbete,
  kallkritikAk7Till9,
];

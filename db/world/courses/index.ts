import { dataskyddIVardagen } from "./dataskydd-i-vardagen.ts";
import { grundlaggandeBrandskydd } from "./grundlaggande-brandskydd.ts";
import { klarsprakForHandlaggare } from "./klarsprak-for-handlaggare.ts";
import { maBraPaJobbet } from "./ma-bra-pa-jobbet.ts";
import type { WorldCourse } from "./world-course.ts";

export const worldCourses: WorldCourse[] = [
  maBraPaJobbet,
  klarsprakForHandlaggare,
  dataskyddIVardagen,
  grundlaggandeBrandskydd,
];

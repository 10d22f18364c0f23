import type { Placed } from './draft.queries.ts';

type Ordered = { id: string };

/** Pages in the order of their sections: those without one stand first. Within a section they keep their order. */
export function inSections<Page extends Placed>(pages: readonly Page[], sections: readonly Ordered[]): Page[] {
  const place = (page: Page) => sections.findIndex(({ id }) => id === page.sectionId);
  return pages.toSorted((a, b) => place(a) - place(b));
}

export type Step = { to: number; sectionId: string | null };

/** Where a page goes one step up or down: past its neighbour, or over the line into the next section. */
export function stepsOf(pages: readonly Placed[], sections: readonly Ordered[], index: number): { up?: Step; down?: Step } {
  const own = pages[index]!.sectionId;
  const order = [null, ...sections.map(({ id }) => id)];
  const step = (by: 1 | -1): Step | undefined => {
    if (pages[index + by]?.sectionId === own) return { to: index + 1 + by, sectionId: own };
    const next = order[order.indexOf(own) + by];
    return next === undefined ? undefined : { to: index + 1, sectionId: next };
  };
  const [up, down] = [step(-1), step(1)];
  return { ...(up ? { up } : {}), ...(down ? { down } : {}) };
}

/** The sections in their order with the pages of each; first, when there are any, those before all sections. */
export function grouped<Page extends Placed, Section extends Ordered>(
  pages: readonly Page[],
  sections: readonly Section[],
): { section: Section | undefined; pages: Page[] }[] {
  const loose = pages.filter(({ sectionId }) => sectionId === null);
  const groups = sections.map((section) => ({ section, pages: pages.filter(({ sectionId }) => sectionId === section.id) }));
  return loose.length > 0 || groups.length === 0 ? [{ section: undefined, pages: loose }, ...groups] : groups;
}

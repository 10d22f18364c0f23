import { customerOf, type Visit } from '../../platform/visit.ts';
import { idPattern } from '../../routes.ts';
import { asAuthor } from '../authoring/may-author.ts';
import type { Chosen } from './begin-from-template.ts';
import { findOurTemplate } from './ours/index.ts';
import { findTemplate } from './template.queries.ts';

/** The template that an address or a form names; undefined when there is none of that name for this author. */
export async function chosenTemplate(visit: Visit, name: string): Promise<Chosen | undefined> {
  const ours = findOurTemplate(name);
  if (ours) return { ours };
  if (!idPattern.test(name)) return undefined;
  const own = await asAuthor(visit, (tx) => findTemplate(tx, customerOf(visit).id, name));
  return own && { own };
}

/** What the form of a new course says to begin with. */
export function typedFrom(chosen: Chosen, locale: 'sv' | 'en'): Record<string, string> {
  if ('own' in chosen) {
    const { id, title, tagline, description, audience, outcomes, language, pageOrder } = chosen.own;
    return { template: id, title, tagline, description, audience, outcomes: outcomes.join('\n'), language, pageOrder };
  }
  const { key, words, pageOrder } = chosen.ours;
  const { title, tagline, description, audience, outcomes } = words[locale];
  return { template: key, title, tagline, description, audience, outcomes, language: locale, pageOrder };
}

export const nameOf = (chosen: Chosen, locale: 'sv' | 'en'): string =>
  'own' in chosen ? chosen.own.title : chosen.ours.words[locale].name;

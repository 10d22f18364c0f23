import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import type { Files } from '../../platform/files.ts';
import { sha256 } from '../../platform/secrets.ts';
import { deleteIntro, introTexts, replaceIntroTexts, showIntro, upsertIntro } from './intro.queries.ts';
import { deleteMedia, deleteParts, findMedia, insertMedia, type CoursePlace, type MediaRow } from './media.queries.ts';

/** Captions in one language; new ones take the place of the old. Those that may be left over are for the caller to remove. */
export async function saveCaptions(
  tx: Tx,
  files: Files,
  place: CoursePlace,
  media: MediaRow,
  language: 'sv' | 'en',
  content: Uint8Array,
): Promise<string[]> {
  const texts = media.intro ? await introTexts(tx, place) : [];
  if (media.intro) await replaceIntroTexts(tx, place, []);
  const old = await deleteParts(tx, place.customerId, media.id, 'captions', language);
  const id = randomUUID();
  await files.write(`${place.customerId}/${id}`, content);
  const file = { id, kind: 'captions' as const, name: `${language}.vtt`, type: 'text/vtt; charset=utf-8', bytes: content.byteLength };
  await insertMedia(tx, place, { ...file, sha256: sha256(content), language, of_file_id: media.id });
  if (media.intro) {
    const now = (await findMedia(tx, place, media.id))!;
    const said = new Map(texts.map((text) => [text.language, text.transcript]));
    await replaceIntroTexts(
      tx,
      place,
      textsOf(now, (one) => said.get(one) ?? ''),
    );
    await showIntro(tx, place);
  }
  return old;
}

/** Makes a film the course's intro film. False without captions: everyone should be able to follow it (N-06). */
export async function useAsIntro(
  tx: Tx,
  place: CoursePlace,
  media: MediaRow,
  said: { title: string; transcripts: Record<'sv' | 'en', string> },
): Promise<boolean> {
  const texts = textsOf(media, (language) => said.transcripts[language]);
  if (media.kind !== 'film' || media.state !== 'ready' || texts.length === 0) return false;
  const posterId = media.parts.find(({ kind }) => kind === 'poster')?.id ?? null;
  await replaceIntroTexts(tx, place, []);
  await upsertIntro(tx, place, { fileId: media.id, title: said.title, seconds: media.seconds ?? 1, posterId });
  await replaceIntroTexts(tx, place, texts);
  await showIntro(tx, place);
  return true;
}

const textsOf = (media: MediaRow, transcript: (language: 'sv' | 'en') => string) =>
  media.parts.flatMap(({ kind, id, language }) =>
    kind === 'captions' && language ? [{ language, captionsId: id, transcript: transcript(language) }] : [],
  );

export async function stopIntro(tx: Tx, place: CoursePlace, media: MediaRow): Promise<void> {
  if (!media.intro) return;
  await deleteIntro(tx, place);
  await showIntro(tx, place);
}

/** The ids of what is gone, to be removed from the disk; undefined while a page or the course shows the file, or a question asks about it. */
export async function removeMedia(tx: Tx, place: CoursePlace, media: MediaRow): Promise<string[] | undefined> {
  if (media.intro || media.pages.length > 0 || media.questions.length > 0) return undefined;
  return deleteMedia(tx, place, media.id);
}

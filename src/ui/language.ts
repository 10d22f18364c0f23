import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from './locale.ts';
import { words } from './words.ts';

/** Set once by the layout, so that no page hands the language on to every field. */
export const Language = createContext<Locale>('sv');

export const useLocale = (): Locale => useContext(Language);

export const useWords = () => words[useContext(Language)];

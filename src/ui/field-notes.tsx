import type { ComponentChildren } from 'preact';
import { useWords } from './language.ts';

export const fieldId = (name: string): string => `field-${name}`;

type FieldNotesProps = { id: string; hint?: ComponentChildren; error?: string };

/** Ties hint and error to the field, so that a screen reader reads them with the label. */
export const describe = ({ id, hint, error }: FieldNotesProps) => ({
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
});

export function FieldNotes({ id, hint, error }: FieldNotesProps) {
  const text = useWords();
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          <span class="unseen">{text.errorPrefix} </span>
          {error}
        </p>
      )}
    </>
  );
}

/** Optional fields are marked, and not the required ones: most are required. */
export function Optional({ required }: { required?: boolean }) {
  const text = useWords();
  return required === false ? <span class="optional"> ({text.optional})</span> : null;
}

import type { ComponentChildren } from 'preact';
import { describe, FieldNotes } from '../../ui/field-notes.tsx';

type PartGroupProps = {
  id: string;
  legend: ComponentChildren;
  hint: string;
  error: string | undefined;
  kind: string;
  children: ComponentChildren;
};

/** A question with several fields of its own: one group, one hint, one error. */
export function PartGroup({ id, legend, hint, error, kind, children }: PartGroupProps) {
  const notes = { id, hint, ...(error === undefined ? {} : { error }) };
  return (
    <fieldset class={`field parts ${kind}${error ? ' wrong' : ''}`} aria-describedby={describe(notes)['aria-describedby']}>
      <legend>{legend}</legend>
      <FieldNotes {...notes} />
      {children}
    </fieldset>
  );
}

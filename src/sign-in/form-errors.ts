import type { FieldError } from '../platform/read-body.ts';

/** The error of one field, ready to be spread over it. */
export function errorAt(errors: readonly FieldError[], name: string): { error?: string } {
  const found = errors.find((error) => error.name === name);
  return found ? { error: found.text } : {};
}

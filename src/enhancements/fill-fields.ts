type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Puts values back in the fields of one question: choices by what they stand for, words in the order of the fields. */
export function fillFields(part: Element | null | undefined, name: string, values: readonly string[]): void {
  const fields = [...(part?.querySelectorAll<Field>(`[name="${name}"]:not([type=hidden], [type=file])`) ?? [])];
  for (const [place, field] of fields.entries()) {
    if (field instanceof HTMLSelectElement) {
      field.value = [...field.options].find((option) => option.value !== '' && values.includes(option.value))?.value ?? '';
    } else if (field.type === 'radio' || field.type === 'checkbox') {
      (field as HTMLInputElement).checked = values.includes(field.value);
    } else field.value = values[place] ?? '';
  }
  part?.dispatchEvent(new CustomEvent('filled', { bubbles: true }));
}

/** Whether the fields of one question stand otherwise than the server sent them. */
export function isChanged(part: Element): boolean {
  return [...part.querySelectorAll<Field>('input:not([type=hidden], [type=file]), select, textarea')].some((field) => {
    // Of a list in which none is chosen, the first one stands.
    if (field instanceof HTMLSelectElement)
      return (
        field.selectedIndex !==
        Math.max(
          0,
          [...field.options].findIndex((option) => option.defaultSelected),
        )
      );
    if (field.type === 'radio' || field.type === 'checkbox')
      return (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked;
    return field.value !== field.defaultValue;
  });
}

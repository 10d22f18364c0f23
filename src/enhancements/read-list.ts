/** Reads a file into the field where a list is pasted. The file itself is never sent. */
for (const block of document.querySelectorAll<HTMLElement>('[data-read-list]')) {
  const field = document.getElementById(block.dataset['readList']!) as HTMLTextAreaElement;
  const input = block.querySelector<HTMLInputElement>('input[type=file]')!;
  const read = async (file: File) => {
    field.value = decoded(await file.arrayBuffer());
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file && file.size < 1_000_000) void read(file);
  });
  block.hidden = false;
}

/** UTF-8, or what an older Excel writes. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function nameOf({ given_name, family_name }: { given_name: string | null; family_name: string | null }): string {
  return `${given_name ?? ''} ${family_name ?? ''}`.trim();
}

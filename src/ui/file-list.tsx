import { formatNumber } from './format.ts';
import { useLocale } from './language.ts';

export type ListedFile = { id: string; name: string; bytes: number };

export function FileList({ files, hrefOf }: { files: readonly ListedFile[]; hrefOf(id: string): string }) {
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <ul class="message-files">
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={hrefOf(id)} download={name}>
            {name}
          </a>{' '}
          ({sizeOf(bytes, locale)})
        </li>
      ))}
    </ul>
  );
}

const kB = 1_000;
const MB = 1_000_000;

function sizeOf(bytes: number, locale: 'sv' | 'en'): string {
  if (bytes < kB) return `${bytes} byte`;
  const [value, unit] = bytes < MB ? [Math.round(bytes / kB), 'kB'] : [Math.round(bytes / (MB / 10)) / 10, 'MB'];
  return `${formatNumber(value, locale)}\u00a0${unit}`;
}

import { formatNumber } from './format.ts';
import { useLocale, useWords } from './language.ts';

type PaginationProps = { page: number; pages: number; hrefFor: (page: number) => string };

export function Pagination({ page, pages, hrefFor }: PaginationProps) {
  const locale = useLocale();
  const text = useWords();
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={text.pagination}>
      {page > 1 && (
        <a href={hrefFor(page - 1)} rel="prev">
          {text.previous}
        </a>
      )}
      <span>{text.pageOf(formatNumber(page, locale), formatNumber(pages, locale))}</span>
      {page < pages && (
        <a href={hrefFor(page + 1)} rel="next">
          {text.next}
        </a>
      )}
    </nav>
  );
}

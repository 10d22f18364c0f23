type ListStepsProps = {
  /** The list from its beginning, with whatever it is narrowed by. */
  here: string;
  /** The key of the last row, when there are more. */
  next: string | number | undefined;
  isFirst: boolean;
  text: { first: string; more: string };
};

/** Under a list that is read by key: back to its beginning, and on. A key in an address is an id and never a name. */
export function ListSteps({ here, next, isFirst, text }: ListStepsProps) {
  return (
    <>
      {!isFirst && (
        <p>
          <a href={here}>{text.first}</a>
        </p>
      )}
      {next !== undefined && (
        <p>
          <a href={`${here}${here.includes('?') ? '&' : '?'}efter=${next}`} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}

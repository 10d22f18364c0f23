import type { DataTerms } from '../data-terms.ts';

export function DataTermsText({ terms }: { terms: DataTerms }) {
  return (
    <div class="prose">
      <p>{terms.lead}</p>
      {terms.sections.map(({ heading, paragraphs = [], list = [] }) => (
        <div key={heading}>
          <p>
            <strong>{heading}</strong>
          </p>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {list.length > 0 && (
            <ul>
              {list.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

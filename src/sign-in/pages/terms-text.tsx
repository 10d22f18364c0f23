import { paragraphsOf } from '../changed-paragraphs.ts';

/** The terms as they are written: paragraphs, `## ` headings and `- ` lists, nothing more. */
export function TermsText({ text }: { text: string }) {
  return (
    <div class="prose">
      {paragraphsOf(text).map((paragraph) => (
        <TermsParagraph key={paragraph} text={paragraph} />
      ))}
    </div>
  );
}

export function TermsParagraph({ text }: { text: string }) {
  const [, marks = '', heading] = /^(#{1,3}) (.+)$/.exec(text) ?? [];
  if (heading) return marks.length < 3 ? <h2>{heading}</h2> : <h3>{heading}</h3>;
  const lines = text.split('\n');
  if (!lines.every((line) => line.startsWith('- '))) return <p>{text}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line.slice(2)}</li>
      ))}
    </ul>
  );
}

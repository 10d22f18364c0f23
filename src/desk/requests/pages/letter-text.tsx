import type { Letter } from '../letter.ts';

export function LetterText({ letter }: { letter: Letter }) {
  return (
    <>
      {letter.parts.map((part, index) =>
        typeof part === 'string' ? (
          <p key={index} class="message-text">
            {part}
          </p>
        ) : (
          <ul key={index}>
            {part.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
      )}
      <p>{letter.complain}</p>
    </>
  );
}

import type { Frame } from './frame.ts';
import { words } from './words.ts';

export function PageFooter({ frame }: { frame: Frame }) {
  const text = words[frame.locale];
  return (
    <footer class="bottom">
      <div>
        <p>
          {text.operatedBy(frame.operatorName)}
          {frame.development && <span class="badge caution">{text.development}</span>}
        </p>
        <nav aria-label={text.footer}>
          <ul>
            {frame.footer.map((item) => (
              <li key={item.href}>
                <a href={item.href}>{item.text}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

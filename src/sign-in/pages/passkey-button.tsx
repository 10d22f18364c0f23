import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { words } from '../words.ts';

type Props = { act: 'use' | 'create'; text: string; locale: Locale; goOn?: string | undefined; kind?: 'primary' | 'quiet' };

/** Shown by its script, and only where the browser can do it: without script there is the password. */
export function PasskeyButton({ act, text, locale, goOn, kind = 'quiet' }: Props) {
  const said = words[locale].passkey;
  return (
    <div
      hidden
      data-passkey={act}
      data-ask={href(act === 'use' ? 'passkeyOptions' : 'registerPasskeyOptions')}
      data-answer={href(act === 'use' ? 'passkeySignIn' : 'registerPasskey')}
      data-go-on={goOn}
      data-failed={said.failed}
      data-cancelled={said.cancelled}
    >
      <button type="button" class={kind}>
        {text}
      </button>
      <p role="status" class="error" />
    </div>
  );
}

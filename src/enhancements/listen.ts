/**
 * Reads the page aloud with a voice that is in the device itself. Voices that send the text to someone else's server are
 * left out: without one of its own the browser shows no button.
 */
const button = document.querySelector<HTMLButtonElement>('button[data-listen]');
const article = document.querySelector<HTMLElement>('article.prose');

if (button && article && 'speechSynthesis' in globalThis) {
  const { listen = '', pause = '', resume = '' } = button.dataset;
  const language = article.lang || document.documentElement.lang;
  const voiceOf = (lang: string) =>
    speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang.slice(0, 2)));
  let begun = false;

  const offer = () => {
    button.hidden = !voiceOf(language);
  };
  const end = () => {
    begun = false;
    button.textContent = listen;
  };

  /** A sentence's worth at a time: a browser falls silent in the middle of a long text. */
  const begin = () => {
    const blocks = [...article.querySelectorAll<HTMLElement>('p, h2, h3, h4, li, th, td, figcaption, pre')].filter(
      // What a player says to a browser that cannot play is for no one else's ears.
      (block) => !block.closest('form, .hint, details:not([open]), video, audio') && !block.querySelector('p, li'),
    );
    const spoken = blocks.map((block) => {
      const part = new SpeechSynthesisUtterance(block.innerText);
      part.lang = block.closest<HTMLElement>('[lang]')?.lang || language;
      part.voice = voiceOf(part.lang) ?? voiceOf(language) ?? null;
      return part;
    });
    spoken.at(-1)?.addEventListener('end', end);
    for (const part of spoken) speechSynthesis.speak(part);
    begun = spoken.length > 0;
  };

  button.addEventListener('click', () => {
    if (!begun) begin();
    else if (speechSynthesis.paused) speechSynthesis.resume();
    else {
      speechSynthesis.pause();
      button.textContent = resume;
      return;
    }
    button.textContent = begun ? pause : listen;
  });
  addEventListener('pagehide', () => speechSynthesis.cancel());
  speechSynthesis.addEventListener('voiceschanged', offer);
  offer();
}

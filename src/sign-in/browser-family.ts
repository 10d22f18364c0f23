const browsers: [string, RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|CriOS)\//],
  ['Safari', /\bSafari\//],
];

const systems: [string, RegExp][] = [
  ['Windows', /\bWindows\b/],
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(iPhone|iPad|iPod)\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

const nameIn = (userAgent: string, known: [string, RegExp][]) => known.find(([, pattern]) => pattern.test(userAgent))?.[0];

/** As much as a person needs to recognise their own device, and no version or model: "Firefox/Linux". */
export function browserFamily(userAgent: string | null): string {
  if (!userAgent) return '';
  return [nameIn(userAgent, browsers), nameIn(userAgent, systems)].filter(Boolean).join('/');
}

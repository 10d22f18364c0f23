type Value = string | { [key: string]: Value } | Value[];

/** YAML as fideslang is written: maps, lists and texts. Every text is quoted, which YAML 1.2 reads as JSON does. */
export function toYaml(value: Value): string {
  return `${lines(value).join('\n')}\n`;
}

function lines(value: Value): string[] {
  if (typeof value === 'string') return [JSON.stringify(value)];
  if (Array.isArray(value)) return value.flatMap((item) => hung('- ', '  ', lines(item)));
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'string'
      ? [`${key}: ${JSON.stringify(item)}`]
      : isEmpty(item)
        ? [`${key}: []`]
        : [`${key}:`, ...lines(item).map((line) => `  ${line}`)],
  );
}

const isEmpty = (value: Value): boolean => Array.isArray(value) && value.length === 0;
const hung = (first: string, rest: string, all: string[]): string[] => all.map((line, index) => (index === 0 ? first : rest) + line);

/** One width of a film: what its playlist says, and the head of its film. */
export type Rendition = { width: number; height: number; playlist: string; head: Buffer };

/** The widths that a film is made in besides its own, for lines that are too slow for it. */
export const narrower = (width: number): number[] => [854, 480].filter((one) => one <= width * 0.8);

/** A playlist with the film under another name: beside it, so that no address stands in a file. */
export const renamed = (playlist: string, from: string, to: string): string => playlist.replaceAll(from, to);

/** The playlist of all widths (RFC 8216, 4.3.4): `names` are those of their playlists, in the same order. */
export function mainPlaylist(renditions: readonly Rendition[], names: readonly string[]): string {
  const lines = renditions.flatMap(({ width, height, playlist, head }, index) => {
    const { peak, average } = bandwidthOf(playlist);
    const codecs = codecsOf(head);
    const said = [`BANDWIDTH=${peak}`, `AVERAGE-BANDWIDTH=${average}`, `RESOLUTION=${width}x${height}`];
    return [`#EXT-X-STREAM-INF:${[...said, ...(codecs ? [`CODECS="${codecs}"`] : [])].join(',')}`, names[index]!];
  });
  return `${['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines].join('\n')}\n`;
}

/** Bits a second: of the heaviest piece, and of all. */
export function bandwidthOf(playlist: string): { peak: number; average: number } {
  const pieces = [...playlist.matchAll(/#EXTINF:([\d.]+),\s*#EXT-X-BYTERANGE:(\d+)/g)].map(([, seconds, bytes]) => ({
    seconds: Number(seconds),
    bits: Number(bytes) * 8,
  }));
  const sum = (of: 'seconds' | 'bits') => pieces.reduce((total, piece) => total + piece[of], 0);
  const peak = Math.max(...pieces.map(({ seconds, bits }) => bits / Math.max(seconds, 1)));
  return { peak: Math.ceil(peak), average: Math.ceil(sum('bits') / Math.max(sum('seconds'), 1)) };
}

/** What a browser must understand (RFC 6381), read out of the film: H.264's profile and level, and whether it sounds. */
export function codecsOf(head: Buffer): string | undefined {
  const at = head.indexOf('avcC');
  if (at < 0) return undefined;
  // After the box's name its version, then profile, constraints and level (ISO/IEC 14496-15, 5.3.3.1).
  const picture = `avc1.${head.toString('hex', at + 5, at + 8)}`;
  return head.includes('mp4a') ? `${picture},mp4a.40.2` : picture;
}

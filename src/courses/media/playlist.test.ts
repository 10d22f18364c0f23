import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandwidthOf, codecsOf, mainPlaylist, narrower, renamed } from './playlist.ts';

const playlist = `#EXTM3U
#EXT-X-MAP:URI="width-1.mp4",BYTERANGE="1353@0"
#EXTINF:6.000000,
#EXT-X-BYTERANGE:75000@1353
width-1.mp4
#EXTINF:3.000000,
#EXT-X-BYTERANGE:75000@76353
width-1.mp4
#EXT-X-ENDLIST
`;

test('the widths are narrower than the film by enough to matter', () => {
  assert.deepEqual(narrower(1280), [854, 480]);
  assert.deepEqual(narrower(960), [480]);
  assert.deepEqual(narrower(480), []);
});

test('the heaviest piece says what the line must carry', () => {
  assert.deepEqual(bandwidthOf(playlist), { peak: 200_000, average: 133_334 });
});

test('a playlist names its film by the id that lies beside it', () => {
  const named = renamed(playlist, 'width-1.mp4', 'an-id');
  assert.equal(named.match(/an-id/g)?.length, 3);
  assert.doesNotMatch(named, /width-1/);
});

test('profile and level are read out of the film, and whether it sounds', () => {
  const head = Buffer.concat([Buffer.from('....avcC'), Buffer.from([1, 0x64, 0, 0x1f]), Buffer.from('..mp4a')]);
  assert.equal(codecsOf(head), 'avc1.64001f,mp4a.40.2');
  assert.equal(codecsOf(head.subarray(0, 12)), 'avc1.64001f');
  assert.equal(codecsOf(Buffer.from('something else')), undefined);
});

test('the main playlist has each width before the name of its playlist', () => {
  const head = Buffer.concat([Buffer.from('avcC'), Buffer.from([1, 0x42, 0xc0, 0x1e])]);
  assert.equal(
    mainPlaylist([{ width: 854, height: 480, playlist, head }], ['an-id']),
    `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-STREAM-INF:BANDWIDTH=200000,AVERAGE-BANDWIDTH=133334,RESOLUTION=854x480,CODECS="avc1.42c01e"
an-id
`,
  );
});

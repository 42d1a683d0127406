/** MP4s of a few dozen bytes: whole ones by their boxes, with nothing to show. */

function box(type: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + content.length, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, content]);
}

/** `mdatBytes` makes two of them tell apart by their length. */
export function tinyMp4(mdatBytes = 16): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat([
      box('ftyp', Buffer.from('isom0000')),
      box('moov'),
      box('mdat', Buffer.alloc(mdatBytes, 7)),
    ]),
  );
}

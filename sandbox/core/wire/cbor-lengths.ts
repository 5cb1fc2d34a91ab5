/** Whether a text, list or map of this CBOR says that it is longer than all there is: the decoder would warn on stderr. */
export function promisesTooMuch(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < bytes.byteLength) {
    const head = view.getUint8(at);
    const [major, minor] = [head >> 5, head & 0x1f];
    const width = WIDTHS[minor] ?? 0;
    if (at + 1 + width > bytes.byteLength) return false;
    const argument = width === 0 ? minor : argumentAt(view, at + 1, width);
    at += 1 + width;
    const hasLength = major >= TEXT_OF_BYTES && major <= MAP && minor !== INDEFINITE;
    if (hasLength && argument > bytes.byteLength) return true;
    if (hasLength && major <= TEXT) at += argument;
  }
  return false;
}

const TEXT_OF_BYTES = 2;
const TEXT = 3;
const MAP = 5;
const INDEFINITE = 31;
const WIDTHS: Record<number, number> = { 24: 1, 25: 2, 26: 4, 27: 8 };

function argumentAt(view: DataView, at: number, width: number): number {
  if (width === 1) return view.getUint8(at);
  if (width === 2) return view.getUint16(at);
  if (width === 4) return view.getUint32(at);
  return Number(view.getBigUint64(at));
}

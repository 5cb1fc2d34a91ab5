import { mediaType } from './incoming.ts';

/** Whether a media type is one of those that the API hands on as bytes. */
export function isBinary(types: readonly string[] | undefined, contentType: string | undefined): boolean {
  if (!types || types.length === 0) return false;
  if (types.includes('*/*')) return true;
  if (contentType === undefined) return false;
  const type = mediaType(contentType);
  return types.some((one) => one.toLowerCase() === type || one.toLowerCase() === `${type.split('/')[0]}/*`);
}

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(text);
}

/** `undefined`: it is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

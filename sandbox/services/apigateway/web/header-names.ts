const special: Readonly<Record<string, string>> = {
  dnt: 'DNT',
  te: 'TE',
  'www-authenticate': 'WWW-Authenticate',
  'content-md5': 'Content-MD5',
};

const wellKnown =
  /^(?:accept|accept-charset|accept-encoding|accept-language|authorization|cache-control|content-encoding|content-type|cookie|date|host|if-match|if-modified-since|if-none-match|origin|pragma|range|referer|sec-fetch-[a-z]+|upgrade-insecure-requests|user-agent|x-amzn-trace-id|x-forwarded-[a-z]+)$/;

/** The usual case of a well-known header; any other stays as it came. */
export function properName(name: string): string {
  if (Object.hasOwn(special, name)) return special[name] ?? name;
  if (!wellKnown.test(name)) return name;
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

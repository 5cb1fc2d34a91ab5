export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** A strict reader of the XML that is written here: elements, attributes, text and the five entities. */
export function parseXml(xml: string): Element {
  if (/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    throw new Error('no character of XML');
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
  if (body === xml) throw new Error('no declaration');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  while (at < body.length) {
    const inner = open.at(-1) as Element;
    const text = /^[^<]+/.exec(body.slice(at, at + 100_000))?.[0];
    if (text !== undefined) {
      inner.text += decoded(text);
      at += text.length;
      continue;
    }
    const end = body.indexOf('>', at);
    const tag = body.slice(at, end + 1);
    at = end + 1;
    const closing = /^<\/([\w-]+)>$/.exec(tag)?.[1];
    if (closing !== undefined) {
      if (open.pop()?.name !== closing) throw new Error(`${tag} closes nothing`);
      continue;
    }
    const [, name, attributes = '', alone] =
      /^<([a-z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>$/.exec(tag) ?? [];
    if (name === undefined) throw new Error(`no element: ${tag.slice(0, 80)}`);
    const element: Element = { name, attributes: {}, children: [], text: '' };
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) {
      if (key in element.attributes) throw new Error(`${key} twice`);
      element.attributes[key] = decoded(value);
    }
    inner.children.push(element);
    if (!alone) open.push(element);
  }
  const [only, ...others] = root.children;
  if (open.length > 1 || !only || others.length > 0) throw new Error('not one whole element');
  return only;
}

function decoded(text: string): string {
  return text.replace(/&(\w*);?/g, (whole, name: string) => {
    const known = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name];
    if (known === undefined || !whole.endsWith(';')) throw new Error(`no entity: ${whole}`);
    return known;
  });
}

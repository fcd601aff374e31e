/** Walks through XML element by element; what the readers of Word, Excel and OpenDocument have in common. */
import { SaxesParser } from 'saxes';

export interface Element {
  /** Without its prefix. */
  name: string;
  /** Whether its namespace is one of the walk's own. */
  own: boolean;
  /** @returns an attribute by its name without prefix, null where there is none. */
  get(name: string): string | null;
}

export interface XmlVisitor {
  open(element: Element): void;
  close(name: string, own: boolean): void;
  text?(text: string): void;
}

/** Deeper than any office program nests; each level costs a look at all above it. */
const MAX_DEPTH = 256;

/**
 * Calls the visitor in the order of the file. Prefixes mean nothing; namespaces do, where `own` is given.
 * Entities of the file's own making are refused: nothing can grow.
 * @throws Error where the XML is broken, or whatever the visitor throws.
 */
export function walkXml(xml: Buffer, visitor: XmlVisitor, own?: RegExp): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new Error('too deep');
    const { attributes } = tag;
    visitor.open({
      name: tag.local,
      own: own === undefined || own.test(tag.uri),
      get(name) {
        const plain = attributes[name];
        if (plain) return plain.value;
        for (const key in attributes) if (attributes[key]!.local === name) return attributes[key]!.value;
        return null;
      },
    });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    visitor.close(tag.local, own === undefined || own.test(tag.uri));
  });
  if (visitor.text) parser.on('text', (text) => visitor.text!(text));
  if (visitor.text) parser.on('cdata', (text) => visitor.text!(text));
  const text = decode(xml);
  parser.write(text).close();
}

function decode(xml: Buffer): string {
  if (xml[0] === 0xff && xml[1] === 0xfe) return xml.toString('utf16le', 2);
  return xml.toString('utf8', xml[0] === 0xef ? 3 : 0);
}

/** One operation's address, as the schema writes it: `/restapis/{restApiId}/resources?mode=import`. */
export interface Route {
  operation: string;
  method: string;
  uri: string;
  status: number;
}

export interface Router {
  match(method: string, path: string, query: URLSearchParams): RouteMatch | undefined;
}

export interface RouteMatch {
  operation: string;
  labels: Record<string, string>;
}

interface Node {
  literal: Map<string, Node>;
  label?: Node;
  /** Takes what is left of the path: `{name+}`. */
  greedy?: Node;
  ends: End[];
}

interface End {
  route: Route;
  names: string[];
  fixedQuery: Array<[string, string]>;
}

export function router(routes: readonly Route[]): Router {
  const methods = new Map<string, Node>();
  for (const route of routes) {
    const root = methods.get(route.method) ?? node();
    methods.set(route.method, root);
    add(root, route);
  }
  return {
    match(method, path, query) {
      const root = methods.get(method);
      if (!root) return undefined;
      const segments = path.split('/').slice(1);
      if (segments.length > 1 && segments.at(-1) === '') segments.pop();
      return walk(root, segments, 0, [], query);
    },
  };
}

function node(): Node {
  return { literal: new Map(), ends: [] };
}

function add(root: Node, route: Route): void {
  const [path = '/', search = ''] = route.uri.split('?');
  const names: string[] = [];
  let at = root;
  const segments = path.split('/').slice(1);
  if (segments.length > 1 && segments.at(-1) === '') segments.pop();
  for (const segment of segments) {
    const label = /^\{(.+?)(\+?)\}$/.exec(segment);
    if (label?.[1]) {
      names.push(label[1]);
      const kind = label[2] ? 'greedy' : 'label';
      at[kind] ??= node();
      at = at[kind];
    } else {
      const next = at.literal.get(segment) ?? node();
      at.literal.set(segment, next);
      at = next;
    }
  }
  at.ends.push({ route, names, fixedQuery: [...new URLSearchParams(search)] });
  // What asks for more of the query is the more special address.
  at.ends.sort((a, b) => b.fixedQuery.length - a.fixedQuery.length);
}

function walk(
  at: Node,
  segments: readonly string[],
  depth: number,
  values: string[],
  query: URLSearchParams,
): RouteMatch | undefined {
  if (depth === segments.length) return end(at, values, query);
  const segment = segments[depth] ?? '';
  const literal = at.literal.get(segment);
  const byLiteral = literal && walk(literal, segments, depth + 1, values, query);
  if (byLiteral) return byLiteral;
  const byLabel =
    at.label && segment !== '' && walk(at.label, segments, depth + 1, [...values, segment], query);
  if (byLabel) return byLabel;
  return at.greedy && end(at.greedy, [...values, segments.slice(depth).join('/')], query);
}

function end(at: Node, values: string[], query: URLSearchParams): RouteMatch | undefined {
  const found = at.ends.find(({ fixedQuery }) =>
    fixedQuery.every(([name, value]) => query.has(name) && (value === '' || query.get(name) === value)),
  );
  if (!found) return undefined;
  const labels = Object.fromEntries(found.names.map((name, index) => [name, values[index] ?? '']));
  return { operation: found.route.operation, labels };
}

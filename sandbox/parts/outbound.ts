/**
 * The way out for HTTP integrations, where the learner has opened it. Never to a port of ours, by whatever name: a
 * learner's API must not be a door to the sandbox. Redirects are answers, and are not followed.
 */
export function outboundExcept(ownPorts: () => ReadonlySet<number>): (request: Request) => Promise<Response> {
  return async (request) => {
    const { protocol, port: written } = new URL(request.url);
    if (protocol !== 'http:' && protocol !== 'https:') throw new Error(`${protocol} is not an HTTP address.`);
    const port = written === '' ? (protocol === 'https:' ? 443 : 80) : Number(written);
    if (ownPorts().has(port)) {
      throw new Error(`Port ${port} belongs to the sandbox, and an integration may not call it.`);
    }
    return fetch(request, { redirect: 'manual' });
  };
}

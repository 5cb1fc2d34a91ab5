import { Agent, request } from 'node:http';

/** The Runtime API's client: one connection, kept. When the sandbox is gone nobody is left to work for. */
export function runtimeApi(address) {
  const base = `http://${address}/2018-06-01/runtime/`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  async function call(method, path, body = '', headers = {}) {
    const rss = Math.round(process.resourceUsage().maxRSS);
    const options = {
      method,
      agent,
      headers: { ...headers, 'Handson-Max-Rss': rss, 'Content-Length': Buffer.byteLength(body) },
    };
    return new Promise((resolve) => {
      const sent = request(base + path, options, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => resolve({ answer, body: Buffer.concat(chunks) }));
        answer.on('error', gone);
      });
      sent.on('error', gone);
      sent.end(body);
    });
  }

  const postError = (path, document) =>
    call('POST', path, JSON.stringify(document), {
      'Lambda-Runtime-Function-Error-Type': String(document.errorType).replace(/[^\x20-\x7e]/g, '?'),
    });

  return {
    async next() {
      const { answer, body } = await call('GET', 'invocation/next');
      const header = (name) => answer.headers[`lambda-runtime-${name}`];
      return {
        requestId: header('aws-request-id'),
        functionArn: header('invoked-function-arn'),
        deadlineMs: Number(header('deadline-ms')),
        traceId: header('trace-id'),
        clientContext: header('client-context'),
        payload: body.toString(),
      };
    },
    respond: (requestId, answer) => call('POST', `invocation/${requestId}/response`, answer),
    fail: (requestId, document) => postError(`invocation/${requestId}/error`, document),
    failInit: (document) => postError('init/error', document),
  };
}

function gone() {
  process.exit(0);
}

import { once } from 'node:events';
import { connect } from 'node:net';

/** Bytes as an attacker writes them, past what `fetch` would tidy up. Returns all that comes back. */
export async function rawRequest(port: number, text: string, endMs = 15_000): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  socket.setTimeout(endMs, () => socket.destroy());
  await once(socket, 'connect');
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
}

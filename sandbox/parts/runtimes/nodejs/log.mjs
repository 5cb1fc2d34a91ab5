import { writeSync } from 'node:fs';

/** One log event, whatever lines it has: framed, so that it is not taken for printed lines. */
export function logWriter(mark) {
  return {
    event(text) {
      const data = Buffer.from(text);
      write(Buffer.concat([Buffer.from(`\x1e${mark}:${data.length}\n`), data]));
    },
    end: () => write(Buffer.from(`\x1e${mark}!\n`)),
  };
}

function write(data) {
  let rest = data;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (error.code !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

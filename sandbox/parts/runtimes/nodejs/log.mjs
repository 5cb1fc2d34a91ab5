import { writeSync } from 'node:fs';

/** One log event, whatever lines it has: framed, so that it is not taken for printed lines. */
export function logWriter(mark) {
  return {
    event(text) {
      const data = Buffer.from(text);
      write(Buffer.concat([Buffer.from(`\x1e${mark}:${data.length}\n`), data]));
    },
    /** What code writes past the console must be out before the end is marked: no queue in between. */
    patchStreams() {
      for (const name of ['stdout', 'stderr']) patchStream(name);
    },
    end: () => write(Buffer.from(`\x1e${mark}!\n`)),
  };
}

/** The stream is made when it is first asked for, as Node does it: most functions never do. */
function patchStream(name) {
  const { get } = Object.getOwnPropertyDescriptor(process, name);
  let patched;
  const getPatched = () => {
    if (patched) return patched;
    patched = get.call(process);
    patched.write = (chunk, encoding, done) => {
      const data =
        typeof chunk === 'string'
          ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8')
          : chunk;
      write(data);
      const told = typeof encoding === 'function' ? encoding : done;
      if (told) process.nextTick(told);
      return true;
    };
    return patched;
  };
  Object.defineProperty(process, name, { configurable: true, enumerable: true, get: getPatched });
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

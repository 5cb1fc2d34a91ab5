import { existsSync, readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { named } from './errors.mjs';

/** Finds and imports the learner's handler, with Lambda's own words where that fails. */
export async function loadHandler(handler, taskRoot, runtimeDir, callbacks) {
  findPackagesOnNodePath();
  globalThis.awslambda = { streamifyResponse: noStreams };
  const match = /^([^.]*)\.(.+)$/.exec(basename(handler));
  if (!match || handler.includes('..'))
    throw named('Runtime.MalformedHandlerName', `Bad handler: ${handler}`);
  const [, file, names] = match;
  const module = await load(join(dirname(handler), file), taskRoot, runtimeDir);
  const found = names.split('.').reduce((value, name) => value?.[name], module);
  if (found === undefined || found === null) {
    throw named('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  }
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', `${handler} is not a function`);
  if (found.length > 2 && !callbacks) throw named('Runtime.CallbackHandlerDeprecated', NO_CALLBACKS);
  return found;
}

const NO_CALLBACKS =
  'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. ' +
  'You need to modify this function to use a supported handler signature to use Node.js 24 or later. ' +
  'For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.';

function noStreams() {
  throw named(
    'Sandbox.Refused',
    'The sandbox does not stream responses: awslambda.streamifyResponse is not there.',
  );
}

async function load(name, taskRoot, runtimeDir) {
  const path = ['', '.js', '.mjs', '.cjs'].map((end) => join(taskRoot, name + end)).find(isFile);
  if (!path) {
    const stack = `Require stack:\n- ${join(runtimeDir, 'index.mjs')}`;
    throw named('Runtime.ImportModuleError', `Error: Cannot find module '${name}'\n${stack}`);
  }
  try {
    if (isEsModule(path, taskRoot)) return await import(pathToFileURL(path).href);
    return modules.createRequire(join(taskRoot, 'index.js'))(path);
  } catch (error) {
    throw reworded(error);
  }
}

function isFile(path) {
  return existsSync(path) && !path.endsWith('/');
}

function isEsModule(path, taskRoot) {
  if (!path.endsWith('.js')) return path.endsWith('.mjs');
  for (let folder = dirname(path); folder.startsWith(taskRoot); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
  }
  return false;
}

function reworded(error) {
  const kind = ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(error?.code)
    ? 'Runtime.ImportModuleError'
    : error instanceof SyntaxError && 'Runtime.UserCodeSyntaxError';
  if (!kind) return error;
  const said = named(kind, String(error));
  said.stack = `${kind}: ${error.stack}`;
  return said;
}

/** Node looks at NODE_PATH for `require` alone; Lambda does for `import` too, and so finds its SDK and the layers. */
function findPackagesOnNodePath() {
  const folders = (process.env.NODE_PATH ?? '')
    .split(delimiter)
    .filter((path) => path.endsWith('node_modules'));
  const parents = folders.map((folder) => pathToFileURL(join(dirname(folder), 'index.mjs')).href);
  // Older Node.js has no such hooks; there `import` finds what stands beside the function alone.
  modules.registerHooks?.({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        if (error.code !== 'ERR_MODULE_NOT_FOUND' || /^[./]|^\w+:/.test(specifier)) throw error;
        for (const parentURL of parents) {
          try {
            return next(specifier, { ...context, parentURL });
          } catch {
            // Not in this folder: the next one may have it, or the first error is told.
          }
        }
        throw error;
      }
    },
  });
}

#!/usr/bin/env node
'use strict';
// Plain JavaScript in the syntax of Node 12: an old Node must get a sentence, not a SyntaxError.

var path = require('path');
var root = path.join(__dirname, '..', '..');

if (Number(process.versions.node.split('.')[0]) >= 24) {
  runHere();
} else {
  runWithOurNode();
}

function runHere() {
  require('module').enableCompileCache(path.join(root, 'node_modules', '.cache', 'compile'));
  import('../cli/main.ts').then(
    function (module) {
      return module.main(process.argv.slice(2));
    },
    function (error) {
      process.stderr.write('handson: cannot start: ' + error.message + '. Run "npm ci" in ' + root + '\n');
      process.exitCode = 70;
    },
  );
}

function runWithOurNode() {
  var node = path.join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!require('fs').existsSync(node)) {
    process.stderr.write(
      'handson: Node 24 is missing (this is Node ' +
        process.versions.node +
        '). Run "npm ci", without --ignore-scripts, in ' +
        root +
        '\n',
    );
    process.exitCode = 2;
    return;
  }
  var child = require('child_process').spawn(node, [__filename].concat(process.argv.slice(2)), {
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both; the child decides how to end, and this process waits for its word.
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      if (signal !== 'SIGINT') child.kill(signal);
    });
  });
  child.on('error', (error) => {
    process.stderr.write('handson: cannot start ' + node + ': ' + error.message + '. Run "npm ci" again.\n');
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === 'SIGINT' ? 130 : code === null ? 70 : code;
  });
}

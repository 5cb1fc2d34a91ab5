import type { CommandSpec, OptionSpec } from '../cli/cli.ts';
import { texts } from './table.texts.ts';

/** Options that every command takes. */
export const globalOptions: Readonly<Record<string, OptionSpec>> = {
  lang: { type: 'string', value: 'en|ja|vi', help: texts.lang },
  json: { type: 'boolean', help: texts.json },
  plain: { type: 'boolean', help: texts.plain },
  debug: { type: 'boolean', help: texts.debug },
  help: { type: 'boolean', short: 'h', help: texts.helpOption },
  version: { type: 'boolean', short: 'V', help: texts.versionOption },
};

/** Every command, in the order of the help. Its code is imported when it is called, not before. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'doctor',
    summary: texts.doctor,
    options: { welcome: { type: 'boolean', help: texts.doctorWelcome } },
    load: () => import('./doctor.ts'),
  },
  {
    name: 'help',
    summary: texts.help,
    operands: '[COMMAND]',
    maxOperands: 1,
    options: {},
    load: () => import('./help.ts'),
  },
  { name: 'version', summary: texts.version, options: {}, load: () => import('./version.ts') },
];

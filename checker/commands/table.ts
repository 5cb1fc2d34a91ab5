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
    name: 'start',
    summary: texts.start,
    options: {
      port: { type: 'string', value: 'N', help: texts.startPort },
      'no-open': { type: 'boolean', help: texts.startNoOpen },
      'no-build': { type: 'boolean', help: texts.startNoBuild },
    },
    load: () => import('./start.ts'),
  },
  {
    name: 'list',
    summary: texts.list,
    operands: '[LAB…]',
    options: {},
    load: () => import('./list.ts'),
  },
  {
    name: 'check',
    summary: texts.check,
    operands: '[LAB…]',
    options: {
      all: { type: 'boolean', help: texts.checkAll },
      step: { type: 'string', value: 'STEP', help: texts.checkStep },
      watch: { type: 'boolean', help: texts.checkWatch },
      details: { type: 'boolean', help: texts.checkDetails },
      'read-only': { type: 'boolean', help: texts.checkReadOnly },
      'no-wait': { type: 'boolean', help: texts.checkNoWait },
      api: { type: 'string', value: 'ID', help: texts.api },
    },
    load: () => import('./check.ts'),
  },
  {
    name: 'hint',
    summary: texts.hint,
    operands: 'LAB STEP',
    minOperands: 2,
    maxOperands: 2,
    options: {},
    load: () => import('./hint.ts'),
  },
  {
    name: 'apply',
    summary: texts.apply,
    operands: 'LAB',
    minOperands: 1,
    maxOperands: 1,
    options: {
      step: { type: 'string', value: 'STEP', help: texts.applyStep },
      through: { type: 'string', value: 'STEP', help: texts.applyThrough },
      runtime: { type: 'string', value: 'python|node', help: texts.applyRuntime },
      yes: { type: 'boolean', help: texts.applyYes },
      api: { type: 'string', value: 'ID', help: texts.api },
    },
    load: () => import('./apply.ts'),
  },
  {
    name: 'clean',
    summary: texts.clean,
    operands: '[LAB…]',
    options: {
      yes: { type: 'boolean', help: texts.cleanYes },
      plan: { type: 'string', value: 'HASH', help: texts.cleanPlan },
      include: { type: 'string', value: 'NAME', multiple: true, help: texts.cleanInclude },
      quiet: { type: 'string', value: 'SECONDS', help: texts.cleanQuiet },
    },
    load: () => import('./clean.ts'),
  },
  {
    name: 'leftovers',
    summary: texts.leftovers,
    options: { 'all-regions': { type: 'boolean', help: texts.leftoversAllRegions } },
    load: () => import('./leftovers.ts'),
  },
  {
    name: 'use',
    summary: texts.use,
    operands: 'sandbox|aws',
    minOperands: 1,
    maxOperands: 1,
    options: {
      profile: { type: 'string', value: 'P', help: texts.useProfile },
      region: { type: 'string', value: 'R', help: texts.useRegion },
      prefix: { type: 'string', value: 'X', help: texts.usePrefix },
      calls: { type: 'boolean', help: texts.useCalls },
      'no-calls': { type: 'boolean', help: texts.useNoCalls },
    },
    load: () => import('./use.ts'),
  },
  {
    name: 'policy',
    summary: texts.policy,
    operands: 'learner|checker|cleaner|grader',
    minOperands: 1,
    maxOperands: 1,
    options: {
      calls: { type: 'boolean', help: texts.policyCalls },
      part: { type: 'string', value: 'N', help: texts.policyPart },
      trust: { type: 'boolean', help: texts.policyTrust },
    },
    load: () => import('./policy.ts'),
  },
  {
    name: 'sandbox',
    summary: texts.sandbox,
    options: {
      port: { type: 'string', value: 'N', help: texts.sandboxPort },
      'api-port': { type: 'string', value: 'N', help: texts.sandboxApiPort },
      memory: { type: 'boolean', help: texts.sandboxMemory },
      reset: { type: 'boolean', help: texts.sandboxReset },
      outbound: { type: 'boolean', help: texts.sandboxOutbound },
      env: { type: 'string', value: 'sh|fish|powershell', help: texts.sandboxEnv },
    },
    load: () => import('./sandbox.ts'),
  },
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

import { execa } from 'execa';

type Env = Readonly<Record<string, string | undefined>>;

/** Shows an address in the person's browser, where there is a person and a screen. */
export function openBrowser(url: string, env: Env, platform: NodeJS.Platform): void {
  const opener = openerOf(url, env, platform);
  if (!opener) return;
  const [program, ...inputs] = opener;
  // The address is printed too, so an opener that fails is no loss.
  execa(program, inputs, { detached: true, stdio: 'ignore', cleanup: false, reject: false })
    .then(() => {})
    .catch(() => {});
}

export function openerOf(
  url: string,
  env: Env,
  platform: NodeJS.Platform,
): readonly [string, ...string[]] | undefined {
  if (env.CI || env.SSH_CONNECTION) return undefined;
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', url];
  if (env.WSL_DISTRO_NAME) return ['cmd.exe', '/c', 'start', '', url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : undefined;
}

import { clientPool } from '../core/client-pool.ts';
import type { Connection } from '../core/connection.ts';

/** The account's alias, a name that people know it by; a look that is refused means that we do without. */
export async function aliasOf(connection: Connection): Promise<string | undefined> {
  const pool = clientPool(connection, { attempts: 2 });
  try {
    const { AccountAliases } = await pool.clients((call) => call.send()).iam.listAccountAliases({});
    return AccountAliases?.[0];
  } catch {
    return undefined;
  } finally {
    pool.close();
  }
}

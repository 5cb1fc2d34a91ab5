/**
 * An error as AWS answers it. `code` is the SDK's exception name; the wire finds the HTTP status and the members in
 * the client's error schema, so `status` is only for errors that no schema models.
 */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number | undefined;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    more: { status?: number; members?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = more.status;
    this.members = more.members ?? {};
  }
}

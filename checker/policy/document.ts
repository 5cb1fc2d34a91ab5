/** An IAM policy as it is pasted into the console. */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: Statement[];
}

export interface Statement {
  Sid: string;
  Effect: 'Allow';
  Action: string[];
  Resource: string[];
  Condition?: Record<string, Record<string, string[]>>;
}

/** What a managed policy may hold; white space does not count. */
const most = 6144;

/** One document where it fits, else as many as IAM's limit asks for; a statement is never torn. */
export function asDocuments(statements: readonly Statement[]): PolicyDocument[] {
  const documents: PolicyDocument[] = [];
  for (const statement of statements) {
    const last = documents.at(-1);
    const grown = last && { ...last, Statement: [...last.Statement, statement] };
    if (grown && sizeOf(grown) <= most) documents[documents.length - 1] = grown;
    else documents.push({ Version: '2012-10-17', Statement: [statement] });
  }
  return documents;
}

/** Characters as IAM counts them, for documents whose values hold no white space. */
export function sizeOf(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}

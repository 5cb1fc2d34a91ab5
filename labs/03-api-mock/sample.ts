/** The answer that the mock gives: valid JSON, which the template must be as well. */
export const sampleReports = JSON.stringify(
  {
    statusCode: 200,
    body: [
      { report_id: 5, report_title: 'Hello, world' },
      { report_id: 7, report_title: 'Good morning!' },
    ],
  },
  null,
  2,
);

/** The value of a JSON text, or `undefined` where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

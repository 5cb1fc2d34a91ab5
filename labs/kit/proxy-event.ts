/**
 * An event as API Gateway hands it to a function. A direct run with it suits the code of every lab, because labs grow
 * one function: what reads nothing ignores it, what reads the query finds it.
 */
export function proxyEvent(inputText: string | null) {
  const query = inputText === null ? null : { input_text: inputText };
  return {
    resource: '/translate',
    path: '/translate',
    httpMethod: 'GET',
    headers: { Accept: '*/*' },
    multiValueHeaders: { Accept: ['*/*'] },
    queryStringParameters: query,
    multiValueQueryStringParameters: inputText === null ? null : { input_text: [inputText] },
    pathParameters: null,
    stageVariables: null,
    requestContext: { resourcePath: '/translate', httpMethod: 'GET', path: '/dev/translate', stage: 'dev' },
    body: null,
    isBase64Encoded: false,
  };
}
